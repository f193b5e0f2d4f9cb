"""Suggestions below the field, as one types: persons, cases, values of an operator."""

import re
from typing import NamedTuple

from django.http import HttpResponse
from django.utils.translation import gettext as _

from petitevoix.kit.text import one_line, plain
from petitevoix.search.suggesting import suggest
from petitevoix.web.shared.htmx import page
from petitevoix.web.workspace.door import StaffRequest, staff
from petitevoix.web.workspace.wording import STATES

_OPERATOR = re.compile(r"^(?P<before>.*?)(?P<mark>-?(?P<operator>[^\W\d_]+):)(?P<value>\S*)$")
_TEAM, _IS = {"team", "equipe"}, {"is", "est"}
MOST = 8


class Option(NamedTuple):
    kind: str
    name: str
    about: str
    path: str = ""  # where choosing it leads
    fills: str = ""  # or what it makes of the field


@staff("GET")
def show(request: StaffRequest) -> HttpResponse:
    """List what the words typed so far may mean."""
    typed = one_line(request.GET.get("q", ""), 200)
    return page(
        request, "workspace/search/suggestions.html", options=_of_operator(request, typed) or _named(request, typed)
    )


def _named(request: StaffRequest, typed: str) -> list[Option]:
    found = suggest(typed, by=request.user)
    persons = [
        Option(
            _("person"), person.name or person.email, person.email if person.name else "", f"/desk/people/{person.pk}/"
        )
        for person in found.persons
    ]
    cases = [
        Option(_("case"), case.title, case.person.name or case.reference, f"/desk/cases/{case.reference}/")
        for case in found.cases
    ]
    return persons + cases


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
