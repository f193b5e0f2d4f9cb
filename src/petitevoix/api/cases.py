"""Cases: listing them, opening one for a person, reading one and its history."""

from typing import Annotated, Literal

from django.http import HttpResponse
from ninja import Query, Router

from petitevoix.api import answers, schemas
from petitevoix.api.auth import Bearer, Call
from petitevoix.api.finding import advisor_named, canonical, me, team_named, the_case, the_team
from petitevoix.api.history import EVENT, events_told
from petitevoix.api.idempotency import once
from petitevoix.api.paging import LARGEST, LIMIT, After, Digits, cursor_of, page, place
from petitevoix.api.problems import Problem
from petitevoix.api.telling import CASE, answer, cases_told, whole_case_told
from petitevoix.cases import access
from petitevoix.cases.actions.describing import describe
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.conditions import CONDITIONS, select
from petitevoix.cases.models import Case, Follow, Mention, Tag, View
from petitevoix.cases.models.case import CaseQuerySet
from petitevoix.journal.models import Event
from petitevoix.kit.text import storable
from petitevoix.language.detect import language_of
from petitevoix.people.models import Advisor
from petitevoix.search.finding import find

router = Router(tags=["cases"])


@router.get("/cases", auth=Bearer("cases:read"), response=answers.CasePage)
def list_cases(
    request: Call,
    state: Literal["open", "pending", "held", "watched", "closed", "spam", "any"] | None = Query(None),
    team: Annotated[str, Query(max_length=254, description="Number or name of a team, or `none`.")] = "",
    advisor: Annotated[
        str, Query(max_length=254, description="Number, e-mail address or name of an advisor, or `me`, or `none`.")
    ] = "",
    channel: Annotated[str, Query(max_length=20)] = "",
    tag: Annotated[str, Query(max_length=80, description="Name of a tag.")] = "",
    view: Annotated[int, Query(ge=0, le=LARGEST, description="Number of a view: its cases, which these narrow.")] = 0,
    mentioned: Annotated[
        Literal["", "me", "unread"],
        Query(description="Cases in which a note calls you by `@`; or that you have not opened since."),
    ] = "",
    followed: Annotated[Literal["", "me"], Query(description="Cases that you follow.")] = "",
    q: Annotated[
        str,
        Query(
            max_length=254,
            description="Words of the case, wherever they stand, and operators as on the search page of the workspace: "
            '`from:` `to:` `tag:` `team:` `advisor:` `is:` `has:` `before:` `after:`, `"exact words"`, `-not`.',
        ),
    ] = "",
    after: After = "",
    limit: Digits = LIMIT,
) -> HttpResponse:
    """List the cases you may see.

    Without `state` these are the open ones, or with `q`, `mentioned` or `followed` those of any state. Open cases come
    the longest waiting first, whatever their channel; others the newest first, and with `q` those of the latest
    words. A filter that nothing answers to gives an empty list. A search over very common words may give a short page:
    go on with its `next`.
    """
    cases = Case.objects.visible_to(me(request)).standing()
    q = storable(q).strip()
    if view:
        kept = View.objects.visible_to(me(request)).filter(pk=view).first()
        cases = select(kept.conditions, me(request)) if kept else cases.none()
        state = state or "any"
    if mentioned or followed:
        cases = _heard_of(cases, me(request), mentioned=mentioned, followed=followed)
        state = state or "any"
    cases = _narrowed(cases, request, team=team, advisor=advisor, channel=storable(channel), tag=tag)
    if (state or ("any" if q else "open")) == "open" and not q:
        return _waiting(cases, after, limit)
    if state and state != "any":
        cases = cases.filter(state=state)
    return _searched(cases, q, request, after, limit) if q else newest_first(cases, after, limit)


@router.post("/cases", auth=Bearer("cases:write"), response={201: answers.WholeCase})
@once
def open_case(request: Call, body: schemas.NewCase) -> HttpResponse:
    """Open a case for a person, in their words; they are met if we do not know them yet, and told that we read it."""
    arrival = Arrival(
        channel=body.channel, sender=body.person.email, sender_name=storable(body.person.name), title=body.title,
        words=body.text, team=the_team(request, body.team), language=language_of(body.text),
        silent=body.silent,
    )  # fmt: skip
    case = receive(arrival, by=me(request).actor).case
    return answer(whole_case_told(case.pk), 201, location=f"/api/v1/cases/{case.reference}")


@router.get("/cases/{reference}", auth=Bearer("cases:read"), response=answers.WholeCase)
def read_case(request: Call, reference: str) -> HttpResponse:
    """Read a case; the reading is recorded."""
    case = the_case(request, reference)
    access.opened(case, by=me(request), token=request.auth.pk)
    return answer(whole_case_told(case.pk))


@router.patch("/cases/{reference}", auth=Bearer("cases:write"), response=answers.WholeCase)
@once
def change_case(request: Call, body: schemas.CaseChange, reference: str) -> HttpResponse:
    """Write custom fields of a case: 422 for a value of another kind, 409 for a field that is not asked in it."""
    case = describe(the_case(request, reference), by=me(request), values=body.fields)
    return answer(whole_case_told(case.pk))


@router.get("/cases/{reference}/events", auth=Bearer("cases:read"), response=answers.EventPage)
def list_events(request: Call, reference: str, after: After = "", limit: Digits = LIMIT) -> HttpResponse:
    """Read what happened in a case, in order; the reading is recorded."""
    case = the_case(request, reference)
    access.opened(case, by=me(request), token=request.auth.pk)
    events = Event.objects.about(case.topic)
    if after:
        events = events.filter(id__gt=place(after)[1])
    rows, following = page(events.values(*EVENT), limit, lambda row: cursor_of(row["id"]))
    return answer({"items": events_told(rows, me(request)), "next": following})


def newest_first(cases: CaseQuerySet, after: str, limit: int) -> HttpResponse:
    """Answer with one page of cases, the newest first."""
    if after:
        cases = cases.filter(id__lt=place(after)[1])
    rows, following = page(cases.order_by("-id").values(*CASE), limit, lambda row: cursor_of(row["id"]))
    return answer({"items": cases_told(rows), "next": following})


def _searched(cases: CaseQuerySet, q: str, request: Call, after: str, limit: int) -> HttpResponse:
    """Answer with one page of what a search finds; a search that takes long stops early and says where to go on."""
    if canonical(q):
        return newest_first(cases.filter(reference=canonical(q)), after, limit)
    found = find(q, by=me(request), among=cases, below=place(after)[1] if after else None, most=limit)
    if found.asked.mistakes:
        raise Problem(400, "bad_query", found.asked.mistakes[0])
    rows = {row["id"]: row for row in cases.filter(pk__in=list(found.cases)).values(*CASE)}
    items = cases_told(rows[pk] for pk in found.cases if pk in rows)
    return answer({"items": items, "next": cursor_of(found.below) if found.below else None})


def _waiting(cases: CaseQuerySet, after: str, limit: int) -> HttpResponse:
    if after:
        cases = cases.after(*place(after))
    rows = cases.waiting_longest_first().values(*CASE)
    rows, following = page(rows, limit, lambda row: cursor_of(row["id"], row["waiting_since"]))
    return answer({"items": cases_told(rows), "next": following})


def _heard_of(cases: CaseQuerySet, reader: Advisor, *, mentioned: str, followed: str) -> CaseQuerySet:
    if mentioned:
        calls = Mention.objects.filter(advisor=reader)
        cases = cases.filter(pk__in=(calls.unread() if mentioned == "unread" else calls).values("message__case"))
    return cases.filter(pk__in=Follow.objects.filter(advisor=reader).values("case")) if followed else cases


def _narrowed(cases: CaseQuerySet, request: Call, *, team: str, advisor: str, channel: str, tag: str) -> CaseQuerySet:
    if team:
        found = None if team == "none" else team_named(team, request)
        cases = cases.filter(team=found) if found or team == "none" else cases.none()
    if advisor:
        who = None if advisor == "none" else advisor_named(advisor, request)
        cases = cases.filter(advisor=who) if who or advisor == "none" else cases.none()
    if channel:
        cases = cases.filter(channel=channel)
    if tag:
        known = Tag.objects.called(tag)
        cases = cases.filter(CONDITIONS["tag"].asks([str(known.pk)], me(request))) if known else cases.none()
    return cases
