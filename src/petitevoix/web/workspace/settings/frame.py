"""The frame of the quieter pages: which sections a member of staff has, and how a page is drawn in it."""

from collections.abc import Callable
from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase

from petitevoix.people.models import Advisor
from petitevoix.web.shared.htmx import page
from petitevoix.web.workspace.door import StaffRequest, View, staff
from petitevoix.web.workspace.settings.sections import sections


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
