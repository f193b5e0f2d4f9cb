"""Suggestions below the field, as one types: persons, cases, values of an operator."""

import re
from typing import NamedTuple

from django.http import HttpResponse
from django.utils.translation import gettext as _

from petitevoix.cases.models import ReadyAnswer
from petitevoix.kit.text import one_line, plain
from petitevoix.search.suggesting import suggest
from petitevoix.web.shared.htmx import page
from petitevoix.web.shared.titles import set_title
from petitevoix.web.workspace.door import StaffRequest, staff
from petitevoix.web.workspace.wording import STATES

_OPERATOR = re.compile(r"^(?P<before>.*?)(?P<mark>-?(?P<operator>[^\W\d_]+):)(?P<value>\S*)$")
_TEAM, _IS = {"team", "equipe"}, {"is", "est"}
MOST, MOST_ANSWERS = 8, 4
ANSWERS = "/desk/settings/ready-answers/"


class Option(NamedTuple):
    kind: str
    name: str
    about: str
    path: str = ""  # where choosing it leads
    fills: str = ""  # or what it makes of the field
    answer: str = ""  # or the ready answer it puts into a reply


@staff("GET")
def show(request: StaffRequest) -> HttpResponse:
    """List what the words typed so far may mean."""
    typed = one_line(request.GET.get("q", ""), 200)
    options = _of_operator(request, typed) or _named(request, typed)
    if request.GET.get("with") == "answers" and len(typed) > 1:
        options += _answers(request, typed)
    return page(request, "workspace/search/suggestions.html", options=options)


def _named(request: StaffRequest, typed: str) -> list[Option]:
    found = suggest(typed, by=request.user)
    persons = [
        Option(
            _("person"), person.name or person.email, person.email if person.name else "", f"/desk/people/{person.pk}/"
        )
        for person in found.persons
    ]
    cases = [
        Option(
            _("case"),
            set_title(case.title, case.language),
            case.person.name or case.reference,
            f"/desk/cases/{case.reference}/",
        )
        for case in found.cases
    ]
    return persons + cases


def _answers(request: StaffRequest, typed: str) -> list[Option]:
    if not request.user.answers:
        return []
    found = ReadyAnswer.objects.in_use().visible_to(request.user).called(typed)
    return [
        Option(_("ready answer"), one.name, "", f"{ANSWERS}{one.pk}/", answer=one.name) for one in found[:MOST_ANSWERS]
    ]


def _of_operator(request: StaffRequest, typed: str) -> list[Option]:
    match = _OPERATOR.match(typed)
    if match is None:
        return []
    operator, value = plain(match["operator"]), plain(match["value"].strip('"“«'))
    if operator in _TEAM:
        values = [(f'"{name}"' if " " in name else name, "") for _pk, name in request.teams]
    elif operator in _IS:
        values = [(state, _(words)) for state, words in STATES.items()] + [
            ("mine", _("you")),
            ("unassigned", _("nobody yet")),
        ]
    else:
        return []
    return [
        Option("", f"{match['mark']}{said}", about, fills=f"{match['before']}{match['mark']}{said} ")
        for said, about in values
        if plain(said.strip('"')).startswith(value)
    ][:MOST]
