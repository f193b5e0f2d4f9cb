"""What the review found in a draft, as its writer reads it: never a score, never about who writes."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.utils import translation
from django.utils.translation import gettext as _

from petitevoix.kit.text import one_line
from petitevoix.kit.words import moment
from petitevoix.review.findings import Finding

UNMARKED = "unmarked_question"  # said where the question is marked, not in the list
WHY = "why_unexplained"  # its writer may say that the words do explain
LONGEST = 140


class Found(NamedTuple):
    code: str
    severity: str
    message: str
    advice: str
    quotes: list[str]
    known: list[str]  # what the file says already
    dates: list[str]  # words that a promise without a date can take
    place: int  # where they belong, in code points
    takes_reason: bool


def found(findings: Sequence[Finding], words: str, language: str) -> list[Found]:
    """Make rows of findings in these words, which are read in this language; unmarked questions are not among them."""
    rows = [_row(one, words, language) for one in findings if one.code != UNMARKED]
    return list({(row.code, row.message, *row.quotes): row for row in rows}.values())


def lacks(findings: Sequence[Finding]) -> dict[int, str]:
    """Say of each question that stops a send what it still lacks."""
    stops = [one for one in findings if one.code == UNMARKED and "question" in one.facts]
    return {one.facts["question"]: one.advice for one in stops}


def _row(one: Finding, words: str, language: str) -> Found:
    return Found(
        code=one.code,
        severity=one.severity,
        message=one.message,
        advice=one.advice,
        quotes=[one_line(words[start:end], LONGEST) for start, end in one.spans if words[start:end].strip()]
        or [str(address) for address in one.facts.get("added", ())],
        known=_known(one.facts.get("known")),
        dates=_dates(one.facts.get("dates"), language),
        place=one.spans[0][1] if one.spans else len(words),
        takes_reason=one.code == WHY or (one.blocks and (one.confirmable or "second_person" in one.facts)),
    )


def _known(facts: Any) -> list[str]:
    values = facts.values() if isinstance(facts, dict) else []
    return [str(value) for kind in values for value in (kind if isinstance(kind, list) else [kind])]


def _dates(moments: Any, language: str) -> list[str]:
    with translation.override(language):
        return [
            _("by %(when)s") % {"when": moment(datetime.fromisoformat(at), language)}
            for at in (moments if isinstance(moments, list) else [])
        ]
