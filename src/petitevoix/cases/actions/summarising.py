"""The summary that goes with a case: put together from what the case knows, written over, read by both sides."""

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from petitevoix.cases.access import must_answer
from petitevoix.cases.models import Case, InternalWord, Message, Promise, Question, Summary
from petitevoix.cases.models.summary import MOST_WORDS
from petitevoix.cases.refusals import Refused
from petitevoix.journal.record import record
from petitevoix.kit import clock
from petitevoix.kit.text import one_line, storable
from petitevoix.kit.words import moment
from petitevoix.people.models import Advisor
from petitevoix.review.draft import Draft
from petitevoix.review.guards import jargon

MOST_QUESTIONS, MOST_ANSWERS = 8, 3


def summarise(case: Case) -> str:
    """Put together what a case knows, in the language of its person: what was asked, promised and answered so far."""
    language = case.spoken
    with translation.override(language):
        asked = Question.objects.filter(case=case).exclude(state=Question.State.DISMISSED).order_by("id")
        lines = [_("Asked: %(words)s") % {"words": one.words} for one in asked[:MOST_QUESTIONS]]
        lines = lines or [_("Asked: %(words)s") % {"words": case.title}]
        due = Promise.objects.going_on().filter(case=case).exclude(message__leaves_at__gt=clock.now())
        lines += [
            _("Promised by %(when)s: %(words)s")
            % {"when": moment(one.due_at, language), "words": one_line(one.words, 200)}
            for one in due.next_due_first()[:MOST_QUESTIONS]
            if one.due_at
        ]
        ours = Message.objects.told().filter(case=case, voice=Message.Voice.US, relay=None).exclude(advisor=None)
        said = ours.exclude(leaves_at__gt=clock.now()).order_by("-id").values_list("words", flat=True)[:MOST_ANSWERS]
        lines += [_("Answered: %(words)s") % {"words": one_line(words, 240)} for words in list(said)[::-1]]
    return "\n".join(lines)[:MOST_WORDS]


def hand_summary(case: Case, to: Advisor, *, by: Advisor | None, words: str = "") -> Summary:
    """Write the summary for who receives a case, in the caller's transaction; without words it is put together.

    Raises Refused where an advisor's words say something of ours that its person need not know.
    """
    words = storable(words.replace("\r\n", "\n")).strip()[:MOST_WORDS]
    if words:
        _must_be_plain(case, words)
    return Summary.objects.create(case=case, to=to, by=by if words else None, words=words or summarise(case))


def unread_summary(case: Case, reader: Advisor) -> Summary | None:
    """Give the summary that a reader received with a case and has not said they read."""
    if case.advisor_id != reader.pk:
        return None
    latest = Summary.objects.in_force().filter(case=case, to=reader).first()
    return latest if latest and latest.read_at is None else None


def read_summary(case: Case, *, by: Advisor) -> None:
    """Say that one has read what went with a case; done twice is done once. Raises Refused: another's case."""
    must_answer(by)
    with transaction.atomic():
        case = Case.objects.locked(case.pk)
        if case.advisor_id != by.pk:
            raise Refused(_("Who has received the case reads its summary."))
        summary = unread_summary(case, by)
        if summary is None:
            return
        Summary.objects.filter(case=case, to=by).unread().update(read_at=clock.now())
        record("case.summary_read", case, by=by, summary=summary.pk, team=case.team_id)


def _must_be_plain(case: Case, words: str) -> None:
    heard = list(case.messages.filter(voice=Message.Voice.PERSON).values_list("words", flat=True))
    own = dict(InternalWord.objects.values_list("word", "instead"))
    draft = Draft(words, clock.now(), language=case.spoken, heard=heard, jargon=own)
    for found in jargon.look(draft):
        raise Refused(
            _("The person reads this summary. %(finding)s %(advice)s")
            % {"finding": found.message, "advice": found.advice}
        )
