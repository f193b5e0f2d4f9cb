"""The frame of the quieter pages: which sections a member of staff has, and how a page is drawn in it."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.contrib.messages import get_messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from petitevoix.people.models import Advisor
from petitevoix.web.shared.htmx import page
from petitevoix.web.workspace.door import StaffRequest, View, staff

ROOT = "/desk/settings/"


class Section(NamedTuple):
    key: str
    name: str

    @property
    def path(self) -> str:
        return f"{ROOT}{self.key}/"


def sections(advisor: Advisor) -> list[Section]:
    """List the sections this advisor may open, the house first and themselves last."""
    every = [
        (Section("mailboxes", _("Mailboxes")), advisor.runs_the_house),
        (Section("staff", _("Teams and advisors")), advisor.runs_the_house),
        (Section("fields", _("Fields of ours")), advisor.runs_the_house),
        (Section("outside", _("Other systems")), advisor.runs_the_house),
        (Section("quarantine", _("Quarantine")), advisor.sees_all),
        (Section("words", _("Words of ours")), advisor.sees_all),
        (Section("tags", _("Tags")), advisor.sees_all),
        (Section("agreed", _("What we agreed")), advisor.sees_all),
        (Section("hours", _("Hours of the teams")), advisor.sees_all),
        (Section("turns", _("Whose turn it is")), advisor.sees_all),
        (Section("outbox", _("Outbox")), True),
        (Section("ready-answers", _("Ready answers")), advisor.answers),
        (Section("jobs", _("Jobs laid aside")), advisor.runs_the_house),
        (Section("away", _("Who is away")), True),
        (Section("search", _("Search")), advisor.runs_the_house),
        (Section("pace", _("Pace")), advisor.answers),
        (Section("shown", _("As persons read me")), advisor.answers),
        (Section("me", _("My account")), True),
    ]
    return [section for section, is_open in every if is_open]


def draw(request: StaffRequest, template: str, section: str, /, *, status: int = 200, **context: Any) -> HttpResponse:
    """Draw a page of one section, with the words left for its reader by the page before."""
    known = {"sections": sections(request.user), "section": section, "said": list(get_messages(request))}
    return page(request, f"workspace/settings/{template}", status=status, **known, **context)


def admins(*methods: str) -> Callable[[View], View]:
    """Let in those who run the house."""
    return _only(lambda advisor: advisor.runs_the_house, methods)


def leads(*methods: str) -> Callable[[View], View]:
    """Let in those who lead a team or run the house."""
    return _only(lambda advisor: advisor.sees_all, methods)


def answering(*methods: str) -> Callable[[View], View]:
    """Let in those who answer; makers and keepers only read."""
    return _only(lambda advisor: advisor.answers, methods)


def _only(test: Callable[[Advisor], bool], methods: tuple[str, ...]) -> Callable[[View], View]:
    def guard(view: View) -> View:
        def guarded(request: StaffRequest, *arguments: Any, **named: Any) -> HttpResponseBase:
            if not test(request.user):
                return draw(request, "closed.html", "", status=403)
            return view(request, *arguments, **named)

        return staff(*methods)(guarded)

    return guard
