"""A draft looked at while it is written: nothing is changed, nothing kept, nothing counted."""

from collections.abc import Sequence
from dataclasses import dataclass

from petitevoix.cases.access import must_answer
from petitevoix.cases.actions.asking import Mark
from petitevoix.cases.actions.reviewing import findings
from petitevoix.cases.models import Case, Draft
from petitevoix.cases.models.question import questions_owed
from petitevoix.language.why import explains
from petitevoix.people.models import Advisor
from petitevoix.review.findings import Finding


@dataclass(frozen=True)
class Looked:
    """What the review found, and the questions that the words seem to answer: a guess, and the writer decides."""

    findings: list[Finding]
    answered: list[int]


def look_at(case: Case, words: str, *, by: Advisor, marks: Sequence[Mark] = (), to: Sequence[str] = ()) -> Looked:
    """Look at a draft of a reply that goes to these addresses. Raises Refused to those who only read."""
    must_answer(by)
    if not words:
        return Looked([], [])
    draft = Draft.objects.of(case, by).get(Draft.Mode.REPLY)
    return Looked(findings(case, words, by=by, marks=marks, draft=draft, to=to), seems_answered(case, words))


def seems_answered(case: Case, words: str) -> list[int]:
    """Give the owed questions that a draft seems to answer; where that is in doubt, it does not."""
    from petitevoix.language import answers  # only who reads drafts pays for what it brings along

    owed = questions_owed(case)
    read = answers.mark([question.words for question in owed], words, case.language or None)
    seen = [question for question, one in zip(owed, read, strict=True) if one.mark == "answered" and not one.doubt]
    has_reason = explains(words)
    return [question.pk for question in seen if has_reason or question.kind != question.Kind.WHY]
