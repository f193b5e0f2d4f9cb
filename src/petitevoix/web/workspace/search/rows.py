"""Rows of what was found: who, a few of the words with what was asked for marked, when, and how it stands."""

from datetime import datetime
from typing import NamedTuple
from urllib.parse import urlencode

from django.db.models import CharField, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import gettext as _

from petitevoix.cases.models import Case
from petitevoix.kit import words
from petitevoix.people.models import Address, Advisor
from petitevoix.search.finding import Found
from petitevoix.search.snippets import Piece, Snippet, marked, snippets
from petitevoix.web.shared.language import page_language
from petitevoix.web.workspace.wording import state_name

_address = Address.objects.filter(person=OuterRef("person"), kind=Address.Kind.EMAIL).values("value")[:1]
_who = Coalesce(NullIf("person__name", Value("")), Subquery(_address), Value("…"), output_field=CharField())
_FIELDS = ("id", "reference", "state", "title", "first_words", "language", "advisor_id", "advisor__name")


class Row(NamedTuple):
    id: int
    path: str
    reference: str
    who: list[Piece]
    title: list[Piece]
    pieces: list[Piece]
    language: str
    where: str  # who said it, or the file it stands in
    said_at: datetime
    when: str
    state: str
    holder: str


def rows(found: Found, reader: Advisor) -> list[Row]:
    """Read what was found as rows, in its order."""
    cases = Case.objects.visible_to(reader).filter(pk__in=list(found.cases)).annotate(who=_who)
    known = {values[1]: values for values in cases.values_list("who", *_FIELDS)}
    shown = snippets(list(known), found.asked)
    onward = urlencode({"in": "search", "q": found.asked.text})
    return [_row(found, known[pk], shown.get(pk), onward, reader) for pk in found.cases if pk in known]


def _row(found: Found, values: tuple, snippet: Snippet | None, onward: str, reader: Advisor) -> Row:
    who, pk, reference, state, title, first_words, language, holder_id, holder = values
    spoken, at = page_language(), found.cases[pk]
    language = snippet.language if snippet and snippet.language else language
    return Row(
        id=pk,
        path=f"/desk/cases/{reference}/?{onward}",
        reference=reference,
        who=marked(who, found.asked),
        title=marked(title, found.asked),
        pieces=snippet.pieces if snippet else [Piece(first_words, is_marked=False)],
        language=language if language != spoken else "",
        where=_where(snippet),
        said_at=at,
        when=words.when(at, spoken),
        state=state_name(state),
        holder=_("you") if holder_id == reader.pk else holder or "",
    )


def _where(snippet: Snippet | None) -> str:
    if snippet is None:
        return ""
    if snippet.file:
        return _("in the file %(name)s") % {"name": snippet.file}
    return {"us": _("in our words"), "note": _("in a note among us")}.get(snippet.voice, "")
