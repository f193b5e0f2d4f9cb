"""What is one's own, for programs: presence, open cases, strengths, paces, hands; and taking back what one did."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Path, Router

from petitevoix.api import answers
from petitevoix.api import own_schemas as shapes
from petitevoix.api.auth import Bearer, Call
from petitevoix.api.finding import advisor_named, me, must_exist, the_case
from petitevoix.api.idempotency import once
from petitevoix.api.paging import LARGEST, Digits
from petitevoix.api.telling import answer, moment, whole_case_told
from petitevoix.care import hands
from petitevoix.care.load import queues
from petitevoix.care.models import Hand
from petitevoix.cases.actions import tabs
from petitevoix.cases.actions.undoing import undo
from petitevoix.cases.models import Tab
from petitevoix.cases.models.tab import MOST
from petitevoix.journal.models import Event
from petitevoix.people import pacing, showing
from petitevoix.people.actions import be_present
from petitevoix.people.models import Advisor, Pace, Team

router = Router(tags=["own"])
NUMBER = Path(..., ge=1, le=LARGEST)


@router.get("/me", auth=Bearer("people:read"), response=shapes.Me)
def read_me(request: Call) -> HttpResponse:
    """Say in whose name the token acts, and how they are present."""
    return answer(_me_told(me(request)))


@router.post("/me/presence", auth=Bearer("people:write"), response={200: shapes.Me})
@once
def say_presence(request: Call, body: shapes.BeingPresent) -> HttpResponse:
    """Say how you are present; no history keeps it."""
    return answer(_me_told(be_present(me(request), presence=body.presence, minutes=body.minutes)))


@router.get("/me/tabs", auth=Bearer("cases:read"), response=shapes.Tabs)
def list_tabs(request: Call) -> HttpResponse:
    """List the cases you have open, in the order they were opened."""
    return answer(_tabs_told(request))


@router.post("/cases/{reference}/tab", auth=Bearer("cases:write"), response={200: shapes.Tabs})
@once
def open_case_tab(request: Call, reference: str) -> HttpResponse:
    """Have a case open as a tab; it is an opening, which is recorded."""
    tabs.look_into(the_case(request, reference).present, by=me(request))
    return answer(_tabs_told(request))


@router.delete("/cases/{reference}/tab", auth=Bearer("cases:write"), response={200: shapes.Tabs})
@once
def close_case_tab(request: Call, reference: str) -> HttpResponse:
    """Close a tab; what was begun in the case stays a draft."""
    tabs.close_tab(the_case(request, reference).present, by=me(request))
    return answer(_tabs_told(request))


@router.post("/cases/{reference}/events/{number}/undo", auth=Bearer("cases:write"), response={200: answers.WholeCase})
@once
def undo_act(request: Call, reference: str, number: Digits = NUMBER) -> HttpResponse:
    """Take back one act of the history, by the number of its event: your own; a joining, anybody's."""
    case = the_case(request, reference)
    event = get_object_or_404(Event.objects.about(case.topic), pk=number)
    return answer(whole_case_told(undo(event, by=me(request)).pk))


@router.get("/me/strengths", auth=Bearer("people:read"), response=shapes.Strengths)
def list_strengths(request: Call) -> HttpResponse:
    """List what you say you are good at."""
    return answer(_strengths_told(me(request)))


@router.post("/me/strengths", auth=Bearer("people:write"), response={201: shapes.Strengths})
@once
def declare_strength(request: Call, body: shapes.NewStrength) -> HttpResponse:
    """Say what you are good at: cases that speak of it are held out to you."""
    showing.declare(me(request), word=body.word)
    return answer(_strengths_told(me(request)), 201)


@router.delete("/me/strengths/{number}", auth=Bearer("people:write"), response={200: shapes.Strengths})
@once
def withdraw_strength(request: Call, number: Digits = NUMBER) -> HttpResponse:
    """Take back what you said you are good at."""
    showing.withdraw(me(request), get_object_or_404(me(request).strengths, pk=number).pk)
    return answer(_strengths_told(me(request)))


@router.get("/paces", auth=Bearer("people:read"), response=shapes.Paces)
def list_paces(request: Call) -> HttpResponse:
    """List the paces that are yours to read: your own, and those you agree on as a lead."""
    return answer(_paces_told(me(request)))


@router.post("/paces", auth=Bearer("people:write"), response={201: shapes.Paces})
@once
def propose_pace(request: Call, body: shapes.NewPace) -> HttpResponse:
    """Propose how many open cases at once an advisor carries; it holds once the other agrees."""
    by, other = me(request), must_exist(advisor_named(body.other, request), "other")
    assert isinstance(other, Advisor)
    advisor, lead = (other, by) if body.as_lead else (by, other)
    pacing.propose_pace(advisor, lead=lead, cases=body.cases, by=by)
    return answer(_paces_told(by), 201)


@router.post("/paces/{number}/agreement", auth=Bearer("people:write"), response={200: shapes.Paces})
@once
def agree_on_pace(request: Call, number: Digits = NUMBER) -> HttpResponse:
    """Agree to what the other proposed."""
    pacing.agree_on_pace(_pace(request, number), by=me(request))
    return answer(_paces_told(me(request)))


@router.delete("/paces/{number}", auth=Bearer("people:write"), response={200: shapes.Paces})
@once
def end_pace(request: Call, number: Digits = NUMBER) -> HttpResponse:
    """End a pace, or let a proposal go."""
    pacing.end_pace(_pace(request, number), by=me(request))
    return answer(_paces_told(me(request)))


@router.get("/load", auth=Bearer("cases:read"), response=shapes.Loads)
def read_load(request: Call) -> HttpResponse:
    """Say how long a case waits in each team that you see, and what hands are asked for."""
    seen = set(Team.objects.visible_to(me(request)).values_list("pk", flat=True))
    teams = [
        {"team": _name(one.team), "waiting": one.waiting, "wait_hours": one.wait}
        for one in queues() if one.team.pk in seen
    ]  # fmt: skip
    return answer({"teams": teams, "hands": [_hand_told(one) for one in Hand.objects.shown_to(me(request))]})


@router.post("/hands/{number}", auth=Bearer("cases:write"), response={200: shapes.Hand})
@once
def answer_hand(request: Call, body: shapes.HandAnswer, number: Digits = NUMBER) -> HttpResponse:
    """Say yes or no to lending another team a hand; only who is asked does."""
    hand = get_object_or_404(Hand, advisor=me(request), pk=number)
    return answer(_hand_told(hands.answer(hand, by=me(request), says=body.answer)))


def _pace(request: Call, number: int) -> Pace:
    return get_object_or_404(Pace.objects.between(me(request)), pk=number)


def _name(what: Team | Advisor) -> dict[str, Any]:
    return {"id": what.pk, "name": what.name}


def _me_told(advisor: Advisor) -> dict[str, Any]:
    lends = advisor.helps if advisor.helping else None
    return {
        "id": advisor.pk, "name": advisor.name, "email": advisor.email, "role": advisor.role,
        "presence": advisor.present_as,
        "presence_until": moment(advisor.presence_until) if advisor.present_as != Advisor.Presence.HERE else None,
        "away_from": advisor.away_from and advisor.away_from.isoformat(),
        "away_until": advisor.away_until and advisor.away_until.isoformat(),
        "lends_a_hand_to": lends and _name(lends), "lends_until": moment(advisor.helps_until) if lends else None,
    }  # fmt: skip


def _tabs_told(request: Call) -> dict[str, Any]:
    found: Any = Tab.objects.shown_to(me(request)).select_related("case__person")[:MOST]  # annotated
    items = [
        {"case": one.case.reference, "title": one.case.title, "who": str(one.case.person),
         "is_new": bool(one.is_new), "has_words": bool(one.has_words)}
        for one in found
    ]  # fmt: skip
    return {"items": items}


def _strengths_told(advisor: Advisor) -> dict[str, Any]:
    return {"items": list(advisor.strengths.order_by("id").values("id", "word"))}


def _paces_told(advisor: Advisor) -> dict[str, Any]:
    items = [
        {"id": one.pk, "advisor": _name(one.advisor), "lead": _name(one.lead), "cases": one.cases,
         "proposed": one.offered, "proposed_by": one.offered_by_id}
        for one in Pace.objects.between(advisor).order_by("id")
    ]  # fmt: skip
    return {"items": items}


def _hand_told(hand: Hand) -> dict[str, Any]:
    waits = ("to_wait", "to_wait_then", "from_wait", "from_wait_then")
    return {
        "id": hand.pk, "advisor": _name(hand.advisor), "from_team": _name(hand.from_team),
        "to_team": _name(hand.to_team), "until": moment(hand.until), "lends": hand.answer == Hand.Answer.YES,
        **{wait: round(getattr(hand, wait), 2) for wait in waits},
    }  # fmt: skip
