"""The register of the unanswered: every question that waits, the oldest first, all channels; all staff read it."""

from datetime import datetime
from typing import NamedTuple

from django.http import HttpResponse
from django.utils.translation import gettext as _

from petitevoix.cases.models import Question
from petitevoix.kit import clock, words
from petitevoix.web.shared.language import page_language
from petitevoix.web.workspace.door import StaffRequest, staff
from petitevoix.web.workspace.owed.paging import behind, cursor, draw, wanted
from petitevoix.web.workspace.wording import channel_name

_FIELDS = (
    "id", "asked_at", "words", "case__reference", "case__language", "case__channel", "case__person__name",
    "case__advisor_id", "case__advisor__name", "case__team__name", "state",
)  # fmt: skip


class Row(NamedTuple):
    id: int
    at: datetime
    words: str
    path: str
    language: str
    channel: str
    who: str
    since: str
    holder: str
    lack: str  # it was answered, and not with what it asked for


@staff("GET")
def show(request: StaffRequest) -> HttpResponse:
    """List the questions that nobody has answered yet."""
    found, most, place = (
        Question.objects.unanswered().visible_to(request.user).oldest_first(),
        wanted(request),
        behind(request),
    )
    values = list((found.after(*place) if place else found).values_list(*_FIELDS)[: most + 1])
    rows = [_row(one, request.user.pk) for one in values[:most]]
    more = cursor(rows[-1].at, rows[-1].id) if len(values) > most else ""
    return draw(request, "workspace/owed/questions.html", rows=rows, cursor=more, here="questions")


def _row(values: tuple, reader: int) -> Row:
    pk, at, said, reference, language, channel, who, holder_id, holder, team, state = values
    spoken = page_language()
    return Row(
        id=pk,
        at=at,
        words=said,
        path=f"/desk/cases/{reference}/",
        language=language if language and language != spoken else "",
        channel=channel_name(channel),
        who=who or "…",
        since=words.span(clock.now() - at, spoken),
        holder=_("you") if holder_id == reader else holder or team or _("nobody yet"),
        lack=_("answered, without a reason") if state == Question.State.ANSWERED else "",
    )
