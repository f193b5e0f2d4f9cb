"""Where one goes on to: the list one came from, and what comes when an answer has left."""

from urllib.parse import parse_qs, urlencode, urlsplit

from django.http import HttpResponse, HttpResponseRedirect

from petitevoix.cases.models import Case, Message
from petitevoix.people.models import Advisor
from petitevoix.web.workspace.cases.beside import neighbours
from petitevoix.web.workspace.door import StaffRequest

# Each lies where its key says, but for what waits, which is the first page of all.
LISTS = {
    "mine", "unassigned", "pending", "held", "watched", "closed", "teams", "drafts", "snoozed", "spam", "mentions",
    "followed", "all",
}  # fmt: skip


def came_from(request: StaffRequest) -> tuple[str, str]:
    """Tell from which list a case was opened, and what a search had asked: its address says so, or that of its page."""
    page = request.headers.get("HX-Current-URL") or request.headers.get("Referer") or ""
    given = {key: values[0] for key, values in parse_qs(urlsplit(page).query).items()}
    key = request.GET.get("in") or given.get("in", "")
    return key[:40], (request.GET.get("q") or given.get("q", ""))[:400]


def column(key: str, asked: str) -> str:
    """Give the address of a list."""
    if key == "search":
        return f"/desk/search/?{urlencode({'q': asked})}"
    if key.startswith("team-") and key[5:].isdecimal():
        return f"/desk/team/{int(key[5:])}/"
    if key.startswith("view-") and key[5:].isdecimal():
        return f"/desk/views/{int(key[5:])}/"
    return f"/desk/{key}/" if key in LISTS else "/desk/"


def onward(request: StaffRequest, case: Case) -> str:
    """Say where its writer goes on to once an answer has left; nothing: they stay. Ask before it leaves."""
    key, asked = came_from(request)
    if request.user.afterwards == Advisor.Afterwards.LIST:
        return column(key, asked)
    if request.user.afterwards == Advisor.Afterwards.NEXT:
        after = neighbours(request, case, key or "waiting", asked).after
        return after.path if after else column(key, asked)
    return ""


def go_on(request: StaffRequest, path: str, message: Message) -> HttpResponse:
    """Bring a writer to another page, which says that their answer can still be taken back."""
    path = f"{path}{'&' if '?' in path else '?'}told={message.pk}"
    if request.headers.get("HX-Request") == "true":
        return HttpResponse(headers={"HX-Redirect": path})
    return HttpResponseRedirect(path)
