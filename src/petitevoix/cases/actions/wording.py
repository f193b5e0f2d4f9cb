"""Words of the house that persons need not know: which ones, and what to say instead."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from petitevoix.cases.models import InternalWord
from petitevoix.cases.refusals import Refused
from petitevoix.journal.record import record
from petitevoix.kit.text import one_line, storable
from petitevoix.people.models import Advisor


def keep_word(*, by: Advisor, word: str, instead: str, known: InternalWord | None = None) -> InternalWord:
    """Add a word of ours, or change the one `known`. Raises Refused: no word, one that is there, no right to."""
    _must_lead(by)
    word, instead = one_line(storable(word), 80), one_line(storable(instead), 200)
    if not word:
        raise Refused(_("Write the word that is ours."))
    kept = known or InternalWord()
    before = {"word": kept.word, "instead": kept.instead}
    kept.word, kept.instead = word, instead
    try:
        with transaction.atomic():
            kept.save()
            if known:
                record("word.changed", kept, by=by, before=before, word=word, instead=instead)
            else:
                record("word.added", kept, by=by, word=word, instead=instead)
    except IntegrityError as taken:
        raise Refused(_("“%(word)s” is in the list already.") % {"word": word}) from taken
    return kept


def drop_word(dropped: InternalWord, *, by: Advisor) -> None:
    """Take a word out of the list. Raises Refused to those who do not lead."""
    _must_lead(by)
    with transaction.atomic():
        record("word.removed", dropped, by=by, word=dropped.word, instead=dropped.instead)
        dropped.delete()


def _must_lead(by: Advisor) -> None:
    if not by.sees_all:
        raise Refused(_("This is decided by those who lead a team or run the house."))
