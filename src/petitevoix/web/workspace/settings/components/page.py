"""The page of the components, for who builds pages and for who looks after how they read."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from petitevoix.web.workspace.door import StaffRequest, staff
from petitevoix.web.workspace.settings.frame import draw

COLOURS = (
    "paper",
    "sheet",
    "sunk",
    "ink",
    "soft",
    "line",
    "edge",
    "voice",
    "voice-wash",
    "note",
    "kept",
    "due",
    "late",
)
TAGS = ("blue", "green", "yellow", "orange", "red", "purple", "brown")


@staff("GET")
def show(request: StaffRequest) -> HttpResponse:
    """Show each component once by light and once by night."""
    themes = [("light", _("By light")), ("dark", _("By night"))]
    return draw(request, "components/components.html", "components", themes=themes, colours=COLOURS, tag_colours=TAGS)
