"""The drafts that colleagues share, as they stand beside where one writes."""

from typing import NamedTuple

from markupsafe import Markup

from petitevoix.cases.actions.sharing import shared_in
from petitevoix.cases.models import Case
from petitevoix.kit import markdown
from petitevoix.people.models import Advisor


class SharedDraft(NamedTuple):
    id: int
    by: str
    words: Markup
    can_be_taken: bool


def shared_drafts(case: Case, reader: Advisor) -> list[SharedDraft]:
    """Give the drafts that colleagues share in a case, as they stand."""
    return [
        SharedDraft(one.pk, one.advisor.name, _drawn(one.words), reader.answers)
        for one in shared_in(case, reader=reader)
        if one.words.strip()
    ]


def _drawn(words: str) -> Markup:
    return Markup(markdown.to_html(words))  # noqa: S704 (no HTML in it)
