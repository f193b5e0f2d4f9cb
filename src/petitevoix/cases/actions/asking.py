"""The questions of a case: read out of each message, confirmed, edited, added, dismissed, marked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from petitevoix.cases.access import must_answer
from petitevoix.cases.actions.reopening import wait_again
from petitevoix.cases.models import Case, Message, Question
from petitevoix.cases.models.question import questions_of
from petitevoix.cases.refusals import Refused
from petitevoix.journal.record import record
from petitevoix.kit import clock
from petitevoix.kit.prepared import insert, insert_all
from petitevoix.kit.text import one_line, plain, storable
from petitevoix.language import questions as reader
from petitevoix.language.why import asks_why
from petitevoix.people.models import Advisor, Person

MOST = 200  # of one message: who asks thirty things is owed thirty answers; beyond it, it is no letter
READ = 50_000  # characters of one message; a longer one is a document, and the queue waits behind it
# The subject of an answer, or of a letter sent on, is somebody else's.
_ANSWERS = re.compile(r"\s*(?:re|ré|rép|réf|aw|sv|vs|antw|tr|fwd?|fw|wg|i)\s*(?:\[\d{1,3}\])?\s*[:：]", re.IGNORECASE)
SAME = 0.6  # words in common from which a question is the same one, asked again


@dataclass(frozen=True)
class Mark:
    """How one question leaves with a reply: answered, promised for a date, declined with a reason."""

    question: int
    mark: str
    due: datetime | None = None
    reason: str = ""

    @property
    def told(self) -> dict[str, Any]:
        """As the journal keeps it."""
        told = {"question": self.question, "mark": self.mark, "due": self.due and self.due.isoformat()}
        return {**told, "reason": self.reason} if self.reason else told


def read_questions(message: Message, subject: str = "") -> list[Question]:
    """Read the questions out of a person's message and write them down, in the caller's transaction.

    Where its words ask nothing, those of its `subject` may: « Où est mon colis ? » above an empty letter. They have no
    place in the words, as a question that was added has none.
    """
    found = reader.find(message.words[:READ], message.language or None)[:MOST]
    places: list[tuple[int | None, int | None]] = [(one.start, one.end) for one in found]
    if not found and not _ANSWERS.match(subject):
        found = reader.find(subject, message.language or None)[:MOST]
        places = [(None, None)] * len(found)
    return insert_all(
        [
            Question(
                case_id=message.case_id,
                message=message,
                words=one_line(one.text, 500),
                starts_at=start,
                ends_at=end,
                kind=Question.Kind.WHY if asks_why(one.text) else one.kind,
                asked_at=message.at,
            )
            for one, (start, end) in zip(found, places, strict=True)
        ]
    )


def asked_again(case: Case, asked: Sequence[Question]) -> list[Question]:
    """Find answered questions of a case that these ask once more."""
    answered = [one for one in questions_of(case) if one.state == Question.State.ANSWERED]
    before, now = [(one, _words_of(one)) for one in answered], [_words_of(one) for one in asked]
    return [old for old, words in before if any(_alike(words, new) for new in now)]


def say_asked_again(case: Case, asked: Sequence[Question], person: Person) -> None:
    """Record which answered questions these ask once more: the case was missed, in the caller's transaction."""
    missed = asked_again(case, asked)
    for question in missed:
        record("question.asked_again", question, by=person, message=question.message_id, team=case.team_id)
    if missed:
        with case.changing():
            case.missed_at = clock.now()


def add_question(case: Case, *, by: Advisor | Person, words: str, message: Message | None = None) -> Question:
    """Add a question that was missed: an advisor who sees it, or the person whose it is.

    Where the person says so after an answer, that answer missed. Raises Refused: no words, nothing asked yet.
    """
    if isinstance(by, Advisor):
        must_answer(by)
    words = one_line(storable(words), 500)
    if not words:
        raise Refused(_("Write the question that was missed."))
    with transaction.atomic():
        case = Case.objects.locked(case.pk)
        asker = message or case.messages.told().let_through().filter(voice=Message.Voice.PERSON).last()
        if asker is None:
            raise Refused(_("Nobody has asked anything in this case yet."))
        same = Question.objects.owed().filter(case=case, words=words, by=by.actor).first()
        if same:  # a button pressed twice
            return same
        kind = Question.Kind.WHY if asks_why(words) else Question.Kind.QUESTION
        question = insert(Question(case=case, message=asker, words=words, kind=kind, by=by.actor, asked_at=clock.now()))
        record("question.added", question, by=by, proven=True, message=asker.pk, kind=kind, team=case.team_id)
        if isinstance(by, Person):
            wait_again(case, by=by, because="a question was missed", missed=True)
    return question


def edit_question(question: Question, *, by: Advisor, words: str) -> Question:
    """Put a question into better words. Raises Refused: no words."""
    must_answer(by)
    words = one_line(storable(words), 500)
    if not words:
        raise Refused(_("A question has words; dismiss it where it is none."))
    with transaction.atomic():
        question = Question.objects.select_for_update().get(pk=question.pk)
        before, question.words = question.words, words
        if asks_why(words) != asks_why(before):
            question.kind = Question.Kind.WHY if asks_why(words) else Question.Kind.QUESTION
        question.save(update_fields=["words", "kind"])
        record("question.edited", question, by=by, proven=True, before=before, words=words, kind=question.kind)
    return question


def dismiss_question(question: Question, *, by: Advisor) -> Question:
    """Say that this is no question. Raises Refused where the person added it: it is theirs."""
    must_answer(by)
    if question.by.startswith("person:"):
        raise Refused(_("The person added this question themselves; it is owed an answer."))
    return _turn(question, Question.State.DISMISSED, "question.dismissed", by)


def restore_question(question: Question, *, by: Advisor) -> Question:
    """Say that it is a question after all, and wait for its mark again."""
    must_answer(by)
    return _turn(question, Question.State.OPEN, "question.restored", by)


def _turn(question: Question, state: str, name: str, by: Advisor) -> Question:
    with transaction.atomic():
        question = Question.objects.select_for_update().get(pk=question.pk)
        if question.state != state:
            question.mark(state)
            record(name, question, by=by, proven=True, message=question.message_id)
    return question


def ask_again(question: Question, *, by: Person) -> Question:
    """Say that the answer was not to this question: it is open again, and the last answer missed."""
    with transaction.atomic():
        case = Case.objects.locked(question.case_id)
        question = Question.objects.select_for_update().get(pk=question.pk)
        if question.state not in {Question.State.ANSWERED, Question.State.DECLINED}:
            return question
        question.mark(Question.State.OPEN)
        record("question.asked_again", question, by=by, proven=True, message=question.message_id, team=case.team_id)
        wait_again(case, by=by, because="a question was missed", missed=True)
    return question


def _words_of(question: Question) -> set[str]:
    return set(plain(question.words).split())


def _alike(ours: set[str], theirs: set[str]) -> bool:
    return bool(ours) and len(ours & theirs) >= SAME * len(ours | theirs)
