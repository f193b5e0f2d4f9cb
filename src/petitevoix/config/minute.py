"""What has to happen each minute: the log is witnessed, promises are watched, what has passed is cleared away."""

import logging
import threading
from datetime import timedelta

from django.contrib.sessions.models import Session
from django.db import DatabaseError, connection

from petitevoix.api.models import KEPT, Answer
from petitevoix.care.hands import propose as propose_hands
from petitevoix.care.load import follow as follow_the_load
from petitevoix.cases.actions.blocking import end_blocks
from petitevoix.cases.actions.coming_back import come_back
from petitevoix.cases.actions.fading import fade
from petitevoix.cases.actions.finding_owner import find_owners
from petitevoix.cases.actions.hearing import call_back
from petitevoix.cases.actions.reminding import promise_news, stand_in, warn_of_promises
from petitevoix.cases.actions.snoozing import wake_those_due
from petitevoix.cases.models import Presence
from petitevoix.channels.form.beginnings import look_for_who_left
from petitevoix.config.sqlite import sizes
from petitevoix.insight.keeping import count_again
from petitevoix.journal.models import Whisper
from petitevoix.kit import clock
from petitevoix.sifting import learning
from petitevoix.vault import log as vault_log

log = logging.getLogger(__name__)
PASSED = timedelta(minutes=5)


def every_minute(stop: threading.Event) -> None:
    """Do the minute's chores until told to stop, and once more at the end."""
    sizes.learn()
    count_again()  # the first figures need not wait for a minute
    while not stop.wait(60):
        chores()
    chores()


def chores() -> None:
    """Witness the log, clear away what was true only for a while, and see to promises that come near."""
    try:
        vault_log.witness()
        now = clock.now()
        for passed in (
            Whisper.objects.filter(at__lt=now - PASSED),
            Presence.objects.filter(at__lt=now - PASSED),
            Session.objects.filter(expire_date__lt=now),
            Answer.objects.filter(claimed_at__lt=now - KEPT),
        ):
            if passed.exists():  # a look costs no lock
                passed.delete()
        come_back()
        find_owners()
        stand_in()
        warn_of_promises()
        promise_news()
        count_again()
        call_back()
        end_blocks()
        wake_those_due()
        look_for_who_left()
        if now.minute % 10 == 0:
            sizes.learn()
            follow_the_load()
            propose_hands()
        if now.minute == 0:  # it is a matter of weeks
            fade()
        if (now.hour, now.minute) == (3, 0):
            learning.forget_old()
    except (DatabaseError, OSError):
        log.exception("The chores of this minute were not done; the next minute tries again.")
        connection.close()
