"""Drafts beside where one writes: one's own, and those that colleagues share, as they stand."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from markupsafe import Markup

from petitevoix.cases.actions.sharing import shared_in
from petitevoix.cases.models import Attachment, Case, Draft
from petitevoix.kit import markdown
from petitevoix.people.models import Advisor
from petitevoix.web.shared.jinja import size
from petitevoix.web.workspace.cases.thread import Shown


class SharedDraft(NamedTuple):
    id: int
    by: str
    words: Markup
    can_be_taken: bool


def drafts_shown(case: Case, reader: Advisor) -> tuple[dict[str, dict[str, Any]], list[SharedDraft]]:
    """Give the reader's own drafts in a case, by mode, and those that colleagues share."""
    found = Draft.objects.shown(case, reader)
    own = [draft for draft in found if draft.advisor_id == reader.pk]
    return _own(own), _shared((draft for draft in found if draft.advisor_id != reader.pk), reader)


def shared_drafts(case: Case, reader: Advisor) -> list[SharedDraft]:
    """Give the drafts that colleagues share in a case."""
    return _shared(shared_in(case, reader=reader), reader)


def _own(drafts: list[Draft]) -> dict[str, dict[str, Any]]:
    files = Attachment.objects.filter(draft__in=drafts) if drafts else []
    shown = [(file.draft_id, Shown(file.pk, file.name, size(file.size), file.is_drawable)) for file in files]
    return {
        draft.mode: {
            "words": draft.words,
            "marks": draft.marks,
            "readers": draft.readers,
            "known": draft.changed_at.isoformat(),
            "at": draft.changed_at,
            "is_shared": draft.shared_at is not None,
            "files": [file for number, file in shown if number == draft.pk],
        }
        for draft in drafts
    }


def _shared(drafts: Iterable[Draft], reader: Advisor) -> list[SharedDraft]:
    return [
        SharedDraft(one.pk, one.advisor.name, _drawn(one.words), reader.answers) for one in drafts if one.words.strip()
    ]


def _drawn(words: str) -> Markup:
    return Markup(markdown.to_html(words))  # noqa: S704 (no HTML in it)
