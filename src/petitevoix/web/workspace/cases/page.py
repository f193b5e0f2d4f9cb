"""The page of a case, whole or in part."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from zlib import crc32

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404

from petitevoix.cases import access
from petitevoix.cases.actions.describing import fields_of
from petitevoix.cases.actions.following import followers
from petitevoix.cases.actions.mentioning import names_known, read_here
from petitevoix.cases.actions.snoozing import until_of
from petitevoix.cases.actions.tabs import look_into, seen
from petitevoix.cases.models import Case
from petitevoix.cases.refusals import Refused
from petitevoix.hours.week import Hours
from petitevoix.kit.prepared import Prepared
from petitevoix.language import encoder
from petitevoix.people.models import Advisor, Field
from petitevoix.web.shared.htmx import blocks, page
from petitevoix.web.shared.language import page_language
from petitevoix.web.shared.remembering import remembered
from petitevoix.web.workspace.cases.addressed import readers_of
from petitevoix.web.workspace.cases.asked import asked, chosen_in
from petitevoix.web.workspace.cases.beside import Beside, neighbours
from petitevoix.web.workspace.cases.card import card, links_shown
from petitevoix.web.workspace.cases.forms import due_presets, news_presets
from petitevoix.web.workspace.cases.found import found, lacks
from petitevoix.web.workspace.cases.handed import NOTHING, handed, signatures
from petitevoix.web.workspace.cases.held import held_of
from petitevoix.web.workspace.cases.listed import QUIET, lists_of, procedures_for
from petitevoix.web.workspace.cases.onward import came_from, column
from petitevoix.web.workspace.cases.promised import promises_of
from petitevoix.web.workspace.cases.shared_drafts import drafts_shown
from petitevoix.web.workspace.cases.there import there
from petitevoix.web.workspace.cases.thread import Happened, Said, arrived, thread
from petitevoix.web.workspace.cases.told import spam_told
from petitevoix.web.workspace.door import StaffRequest, staff
from petitevoix.web.workspace.rail import hours_known
from petitevoix.web.workspace.today.rows import tags_shown
from petitevoix.web.workspace.undoable import newest, told
from petitevoix.web.workspace.wording import away_words, faults, state_name, turns, way_said, way_unmet, wishes
from petitevoix.web.workspace.written import all_fields, written

TEMPLATE = "workspace/cases/case.html"


@staff("GET")
def show(request: StaffRequest, reference: str) -> HttpResponse:
    """Show a case, which is an access; or refresh a part of one that is open."""
    case = find_case(request, reference)
    if case.reference != reference:  # joined to another, it goes on there
        where = f"/desk/cases/{case.reference}/"
        is_part = request.headers.get("HX-Request") == "true"
        return HttpResponse(headers={"HX-Redirect": where}) if is_part else HttpResponseRedirect(where)
    if request.headers.get("HX-Target") == "thread":
        access.kept_open(case, by=request.user)
        seen(case, by=request.user)
        return fragment(request, case, "thread")
    look_into(case, by=request.user)
    return whole(request, case)


def visible_case(request: StaffRequest, reference: str) -> Case:
    """Find a case its reader may see and has open; one they may not see is as if it were not there."""
    case = find_case(request, reference)
    access.kept_open(case, by=request.user)
    return case


def find_case(request: StaffRequest, reference: str) -> Case:
    """Find a case its reader may see, without looking at it: whoever shows it records an access."""
    visible = Case.objects.visible_to(request.user)
    found = _called(reference) if request.user.hidden_teams == () else visible.filter(reference=reference)
    for case in found:
        if not case.joined_into_id:
            return case
    stub = get_object_or_404(Case.objects.exclude(joined_into=None), reference=reference)
    present = get_object_or_404(visible, pk=stub.present.pk)
    # What is read leads on; what is done is refused where it is done, for it was meant for another case.
    return present if request.method == "GET" else stub


_called = Prepared(lambda reference: Case.objects.filter(reference=reference), str)


def done(request: StaffRequest, case: Case, **context: Any) -> HttpResponse:
    """Answer an act that succeeded: the page as it stands now, or the way back to it."""
    if request.headers.get("HX-Request") == "true":
        case = Case.objects.get(pk=case.pk)
        seen(case, by=request.user)
        return fragment(request, case, "composer", "around", **context)
    return HttpResponseRedirect(f"/desk/cases/{case.reference}/")


def acted(request: StaffRequest, case: Case, act: Callable[[], object], **context: Any) -> HttpResponse:
    """Do one act in a case that is open, and answer with the page as it stands then, or with why it was refused."""
    try:
        act()
    except Refused as refusal:
        return refused(request, case, refusal)
    return done(request, case, **context)


def refused(
    request: StaffRequest, case: Case, refusal: Refused | str, *, status: int = 422, **kept: Any
) -> HttpResponse:
    """Answer an act that was stopped: why, what had not been seen, what was found, and all that was typed kept."""
    context = stopped(request, case, refusal, kept.get("reply", "")) | {"kept": kept}
    if request.headers.get("HX-Request") != "true":
        return whole(request, case, status=status, **context)
    response = fragment(request, case, "composer", "around", status=status, **context)
    # Whatever the act was to change, its refusal is read where one writes.
    response.headers["HX-Retarget"], response.headers["HX-Reswap"] = "#composer", "outerHTML"
    return response


def stopped(request: StaffRequest, case: Case, refusal: Refused | str, words: str) -> dict[str, Any]:
    """Say why an act was stopped, as its page shows it."""
    news = arrived(getattr(refusal, "messages", ()), request.user)
    findings = getattr(refusal, "findings", ())
    return {
        "refusal": str(refusal),
        "unseen": news,
        "seen_now": max((said.id for said in news), default=0),
        "found": found(findings, words.replace("\r\n", "\n").strip(), case.language or page_language()),
        "lacks": lacks(findings),
        "given": request.POST,
    }


def whole(request: StaffRequest, case: Case, status: int = 200, **context: Any) -> HttpResponse:
    known = _context(request, case, context, whole=True)
    if known["calls"]:
        read_here(case, by=request.user)
    return page(request, TEMPLATE, status=status, **known)


def fragment(request: StaffRequest, case: Case, *names: str, status: int = 200, **context: Any) -> HttpResponse:
    return blocks(
        request, TEMPLATE, *names, status=status, **_context(request, case, context, whole="content" in names)
    )


def _context(request: StaffRequest, case: Case, context: dict[str, Any], *, whole: bool) -> dict[str, Any]:
    reader: Advisor = request.user
    key, words = came_from(request)
    beside = card(case, reader)
    colleagues = remembered(
        "colleagues",
        lambda: list(Advisor.objects.values_list("id", "name", "is_active", "role", "away_from", "away_until")),
    )
    names = {f"advisor:{pk}": name for pk, name, *_ in colleagues}
    names |= {f"person:{someone.id}": someone.called for someone in (beside.person, *beside.participants)}
    team = dict(request.teams).get(case.team_id or 0) or (case.team.name if case.team else "")
    names[f"team:{case.team_id}"] = team
    staff_names = tuple(name for _pk, name, active, *_ in colleagues if active)
    calls = names_known(staff_names, tuple(name for _pk, name in request.teams))
    has = there(case, reader)
    entries, more = thread(case, reader, names, whole="whole" in request.GET, calls=calls, has_files=has.files)
    follow = followers(case) if has.followers else []
    drafts, shared = drafts_shown(case, reader) if has.drafts else ({}, [])
    promises, known = promises_of(case, names) if has.promises else [], tags_shown(case.tags)
    fits, procedures = procedures_for(case, reader)
    is_quiet = context.pop("is_quiet", request.COOKIES.get(QUIET) == "1")
    undone = context.pop("undone", None)
    hours = hours_known(case.team_id)
    days = due_presets(hours)
    taking_part = [(one.id, address, one.called) for one in beside.participants for address in one.addresses[:1]]
    given = context.get("given") or chosen_in(drafts.get("reply", {}).get("marks", ()), dict(days))
    questions = asked(case, promises, given, context.get("lacks") or {}) if has.questions else []
    left = sum(one.is_owed for one in questions)
    if left:
        encoder.make_ready()
    return {
        "case": case,
        "team": team,
        "holder": names.get(f"advisor:{case.advisor_id}", ""),
        "holder_away": next((away_words(*one[4:]) for one in colleagues if one[0] == case.advisor_id), ""),
        "base": f"/desk/cases/{case.reference}/",
        "state": state_name(case.state, is_read_first=has.withheld),
        "card": beside,
        "way_said": way_said(beside.person.way),
        "way_unmet": way_unmet(beside.person.way),
        "entries": entries,
        "more": more,
        "last": _last(entries),
        "drafts": drafts,
        "is_shared": drafts.get("reply", {}).get("is_shared"),
        "shared": shared,
        "calls": has.calls,
        "colleagues": [
            (pk, name) for pk, name, active, role, _from, _until in colleagues if active and role in _ANSWERING
        ],
        "news_presets": news_presets(hours),
        "column": column(key, words),
        "here": key,
        "beside": neighbours(request, case, key, words) if key and whole else Beside(),
        "undoable": newest(entries, f"/desk/cases/{case.reference}/", undone=undone) or told(request, reader),
        "followers": [name for _pk, name in follow],
        "follows": any(pk == reader.pk for pk, _name in follow),
        "turns": turns(),
        "wishes": wishes(),
        "faults": faults(),
        "is_mine": case.advisor_id == reader.pk,
        "questions": questions,
        "left": left,
        "aside": case.snoozes.select_related("by").last() if case.snoozed_until else None,
        "snooze_presets": _snooze_presets(hours),
        "spam": spam_told(case, names),
        "due_presets": days,
        "promises": promises,
        "tags": list(dict.fromkeys(shown for pk in case.tags if (shown := known.get(pk)))),
        "tag_names": sorted({shown[0] for shown in known.values() if shown}),
        "handed": handed(case, reader) if has.summaries or has.offers or case.advisor_id == reader.pk else NOTHING,
        "signatures": signatures(case, reader, (context.get("given") or {}).get("sign", "")),
        "held": held_of(case) if has.held else [],
        "checklists": lists_of(case) if has.checklists else [],
        "fits": [] if is_quiet else fits,
        "is_quiet": is_quiet and bool(fits),
        "procedures": procedures,
        "links": links_shown(case, reader) if has.links else [],
        "readers": readers_of(taking_part, context.get("given"), drafts.get("reply", {}).get("readers", {})),
        "written": written(fields_of(case, all_fields(Field.Target.CASE)), case.fields, context.get("given")),
        "written_as": crc32(repr(case.fields).encode()),
        **context,
    }


_ANSWERING = {Advisor.Role.ADVISOR, Advisor.Role.LEAD, Advisor.Role.ADMIN}


def _snooze_presets(hours: Hours) -> list[tuple[str, datetime]]:
    found = {until: key for key in ("monday", "tomorrow", "hours") if (until := until_of(key, hours=hours))}
    return [(key, until) for until, key in sorted(found.items())]


def _last(entries: list[Said | Happened]) -> int:
    return max((entry.id for entry in entries if entry.kind != "event"), default=0)
