"""What has to happen each minute: the log is witnessed, what has passed is cleared away."""

import logging
import threading
from datetime import timedelta

from django.contrib.sessions.models import Session
from django.db import DatabaseError, connection

from petitevoix.cases.models import Presence
from petitevoix.journal.models import Whisper
from petitevoix.kit import clock
from petitevoix.vault import log as vault_log

log = logging.getLogger(__name__)
PASSED = timedelta(minutes=5)


def every_minute(stop: threading.Event) -> None:
    """Do the minute's chores until told to stop, and once more at the end."""
    while not stop.wait(60):
        _chores()
    _chores()


def _chores() -> None:
    try:
        vault_log.witness()
        before = clock.now() - PASSED
        for passed in (Whisper.objects.filter(at__lt=before), Presence.objects.filter(at__lt=before)):
            if passed.exists():  # a look costs no lock
                passed.delete()
        expired = Session.objects.filter(expire_date__lt=clock.now())
        if expired.exists():
            expired.delete()
    except (DatabaseError, OSError):
        log.exception("The chores of this minute were not done; the next minute tries again.")
        connection.close()
