"""The drafts that colleagues share, as they stand beside where one writes."""

from typing import NamedTuple

from markupsafe import Markup

from petitevoix.cases.models import Case, Draft
from petitevoix.kit import markdown
from petitevoix.kit.prepared import Prepared
from petitevoix.people.models import Advisor


class SharedDraft(NamedTuple):
    id: int
    by: str
    words: Markup
    can_be_taken: bool


def shared_drafts(case: Case, reader: Advisor) -> list[SharedDraft]:
    """Give the drafts that colleagues share in a case, as they stand."""
    return [
        SharedDraft(number, name, _drawn(words), reader.answers)
        for number, writer, name, words in _shared(case.pk)
        if writer != reader.pk and words.strip()
    ]


def _drawn(words: str) -> Markup:
    return Markup(markdown.to_html(words))  # noqa: S704 (no HTML in it)


_shared = Prepared(
    lambda case: (
        Draft.objects.filter(case_id=case, shared_at__isnull=False)
        .order_by("shared_at")
        .values_list("id", "advisor_id", "advisor__name", "words")
    ),
    int,
)
