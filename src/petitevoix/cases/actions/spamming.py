"""Spam: one gesture puts a case aside, with all that is owed in it. Nobody is told, nothing is deleted."""

from collections.abc import Sequence

from django.db import transaction

from petitevoix.cases.access import must_answer
from petitevoix.cases.actions.leaving import hold_back
from petitevoix.cases.models import Case, Message, Question, Spam
from petitevoix.journal.models import Event
from petitevoix.journal.record import record
from petitevoix.people.models import Advisor, Person
from petitevoix.sifting import learning
from petitevoix.sifting.signs import signs_of

STOOD = ("state", "waiting_since", "snoozed_until", "news_due_at", "returned_from_id")
NEVER = {"bounce", "report", "own"}  # what machines tell us of our own letters


def spam(case: Case, *, by: Advisor) -> Case:
    """Say that a case is spam: it rests in the list Spam until somebody clears it. Said twice it is said once.

    Replies that have not left are drafts again. Raises Refused for a reader's role, and for a joined case.
    """
    must_answer(by)
    with transaction.atomic():
        case = Case.objects.locked(case.pk)
        if case.state != Case.State.SPAM:
            hold_back(case, just_sent=True)
            put_aside(case, by=by)
    return case


def put_aside(case: Case, *, by: Advisor | None = None, because: Sequence[str] = ()) -> None:
    """Put a case in Spam, in the caller's transaction that locked or opened it; without `by`, the filter did."""
    stood = {name: getattr(case, name) for name in STOOD}
    before = {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in stood.items()}
    put = Spam.objects.create(case=case, by=by, because=list(because), before=before)
    _lay(case, put)
    record("case.spammed", case, by=by or "filter", because=put.because, team=case.team_id)


def put_back(case: Case, *, by: Advisor) -> Case:
    """Put a case back into Spam that an act took out, as it lay there: cleared, it stands as before it ever was."""
    must_answer(by)
    with transaction.atomic():
        case = Case.objects.locked(case.pk)
        put = case.spammings.order_by("-id").first()
        if put and case.state != Case.State.SPAM:
            hold_back(case, just_sent=True)
            put.ended_at = None
            put.save(update_fields=["ended_at"])
            _lay(case, put)
            record("case.spammed", case, by=by, because=[], team=case.team_id)
    return case


def _lay(case: Case, put: Spam) -> None:
    with case.changing():
        case.rest(Case.State.SPAM)
        case.news_due_at = None
    put_questions_aside(case, put)


def put_questions_aside(case: Case, put: Spam | None = None) -> None:
    """Take the questions of a case in Spam out of the register of the unanswered, until it is cleared."""
    put = put or Spam.objects.get(case=case, ended_at=None)
    owed = Question.objects.unanswered().filter(case=case)
    put.questions += owed.values_list("pk", flat=True)
    put.save(update_fields=["questions"])
    owed.update(is_unanswered=False)


def is_known(person: Person) -> bool:
    """Tell whether a person takes part in a case that is no spam, or was ever answered: no filter judges them."""
    theirs = Case.objects.of(person)
    answered = Message.objects.told().filter(case__in=theirs.values("pk"), voice=Message.Voice.US)
    return theirs.without_spam().exists() or answered.exists()


def looks_like_spam(
    person: Person, *, title: str, words: str, sender: str, automatic: str = "", marks: Sequence[str] = ()
) -> list[str]:
    """Give the signs by which somebody's first words look like spam to the filter of this house; mostly none."""
    if automatic in NEVER:
        return []
    because = learning.judge(signs_of(title=title, words=words, sender=sender, marks=marks))
    return because if because and not is_known(person) else []


def signs_of_case(case: Case) -> list[str]:
    """List the signs of the words that opened a case."""
    first = case.messages.told().filter(voice=Message.Voice.PERSON).order_by("id").first()
    if first is None:
        return []
    event = Event.objects.filter(topic=case.topic, name="message.received", noun=f"message:{first.pk}").first()
    marks = event.facts.get("marks", ()) if event else ()
    return signs_of(title=case.title, words=first.words, sender=first.sender, marks=marks)
