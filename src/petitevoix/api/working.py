"""Working a case: joined, split, linked, whose it is, what a third party holds."""

from collections.abc import Sequence

from django.http import Http404, HttpResponse
from ninja import Path, Router

from petitevoix.api import answers, working_shapes
from petitevoix.api.auth import Bearer, Call
from petitevoix.api.finding import advisor_named, canonical, me, must_exist, the_case
from petitevoix.api.idempotency import once
from petitevoix.api.paging import LARGEST, Digits
from petitevoix.api.problems import unknown
from petitevoix.api.telling import answer, message_told, moment, whole_case_told
from petitevoix.cases import access
from petitevoix.cases.actions import joining, linking, relaying, splitting, taking_part
from petitevoix.cases.models import Attachment, Case, Message, Relay
from petitevoix.kit.text import storable
from petitevoix.people.models import Advisor

router = Router(tags=["working"])
NUMBER = Path(..., ge=1, le=LARGEST)
WRITES = Bearer("cases:write")


@router.post("/cases/{reference}/merge", auth=WRITES, response={200: answers.WholeCase})
@once
def merge_case(request: Call, reference: str, body: working_shapes.Merge) -> HttpResponse:
    """Join a case to another, where all that was said in it goes on; answers with that other.

    The reference, links and letters of the first lead there from now on.
    """
    case = the_case(request, reference)
    joined = joining.join(case, into=_other(request, body.into, "into"), by=me(request))
    return answer(whole_case_told(joined.into_id))


@router.delete("/cases/{reference}/merge", auth=WRITES, response={200: answers.WholeCase})
@once
def unmerge_case(request: Call, reference: str) -> HttpResponse:
    """Take a joined case apart again, named by its own reference: what came from it goes back.

    What has arrived since stays in the case it was joined to.
    """
    case = the_case(request, reference)
    joined = joining.joining_of(case)
    if joined:
        joining.part(joined, by=me(request))
    return answer(whole_case_told(case.pk))


@router.post("/cases/{reference}/split", auth=WRITES, response={201: answers.WholeCase})
@once
def split_case(request: Call, reference: str, body: working_shapes.Split) -> HttpResponse:
    """Make a case of some messages of another, with what was asked and promised in them; answers with the new one."""
    case = the_case(request, reference)
    made = splitting.split(case, body.messages, by=me(request), title=body.title)
    return answer(whole_case_told(made.pk), 201)


@router.get("/cases/{reference}/links", auth=Bearer("cases:read"), response=working_shapes.Links)
def list_links(request: Call, reference: str) -> HttpResponse:
    """Read what a case is linked to, as far as you may see it; the reading is recorded."""
    case = the_case(request, reference)
    access.opened(case, by=me(request), token=request.auth.pk)
    return answer({"items": _links_told(case, me(request))})


@router.post("/cases/{reference}/links", auth=WRITES, response={201: working_shapes.Links})
@once
def link_case(request: Call, reference: str, body: working_shapes.NewLink) -> HttpResponse:
    """Link two cases: `related`; the other is its `parent` or its `child`; it is a `duplicate`, or the `original`."""
    case = the_case(request, reference)
    linking.link(case, _other(request, body.to, "to"), by=me(request), kind=body.kind)
    return answer({"items": _links_told(case, me(request))}, 201)


@router.delete("/cases/{reference}/links/{number}", auth=WRITES, response={200: working_shapes.Links})
@once
def unlink_case(request: Call, reference: str, number: Digits = NUMBER) -> HttpResponse:
    """Take a link away, in both cases."""
    case = the_case(request, reference)
    if number in {one.id for one in linking.links_of(case, reader=me(request))}:
        linking.unlink(case, number, by=me(request))
    return answer({"items": _links_told(case, me(request))})


@router.post("/cases/{reference}/person", auth=WRITES, response={200: answers.WholeCase})
@once
def give_to_person(request: Call, reference: str, body: working_shapes.Whose) -> HttpResponse:
    """Say that a case is somebody else's matter; they are met if we do not know them yet."""
    case = the_case(request, reference)
    person = taking_part.person_at(body.email, name=storable(body.name))
    taking_part.change_person(case, to=person, by=me(request), keep=body.keep)
    return answer(whole_case_told(case.pk))


@router.get("/cases/{reference}/relays", auth=Bearer("cases:read"), response=working_shapes.Relays)
def list_relays(request: Call, reference: str) -> HttpResponse:
    """Read what third parties hold or held of a case, the oldest first; the reading is recorded."""
    case = the_case(request, reference)
    access.opened(case, by=me(request), token=request.auth.pk)
    found = case.relays.told().select_related("follower")
    return answer({"items": [_relay_told(one, case.reference) for one in found]})


@router.post("/cases/{reference}/relays", auth=WRITES, response={201: working_shapes.Relay})
@once
def start_relay(request: Call, reference: str, body: working_shapes.NewRelay) -> HttpResponse:
    """Hand a part of the work to a third party, with a letter; they never see the case. It rests as `held`."""
    case = the_case(request, reference)
    relay = relaying.start(
        case, by=me(request), email=body.email, name=body.name, awaited=body.awaited, words=body.text,
        next_at=body.next_at, told=body.told, follower=_follower(request, body.follower), rest=body.rest,
        tell_person=body.tell_person,
    )  # fmt: skip
    return answer(_relay_told(relay, case.reference), 201)


@router.patch("/cases/{reference}/relays/{number}", auth=WRITES, response={200: working_shapes.Relay})
@once
def change_relay(
    request: Call, reference: str, body: working_shapes.RelayChange, number: Digits = NUMBER
) -> HttpResponse:
    """Put a relay differently: what is awaited, what the person reads, the next date, who follows it."""
    case = the_case(request, reference)
    relay = relaying.change(
        _relay(case, number), by=me(request), awaited=body.awaited, told=body.told, next_at=body.next_at,
        follower=_follower(request, body.follower),
    )  # fmt: skip
    return answer(_relay_told(relay, case.reference))


@router.post("/cases/{reference}/relays/{number}/messages", auth=WRITES, response={201: answers.Message})
@once
def write_to_relay(
    request: Call, reference: str, body: working_shapes.RelayLetter, number: Digits = NUMBER
) -> HttpResponse:
    """Write to a third party again, in its own thread; the person never reads it."""
    case = the_case(request, reference)
    message = relaying.write(_relay(case, number), by=me(request), words=body.text, next_at=body.next_at)
    return answer(message_told(case.reference, message.pk, reader=me(request)), 201)


@router.post("/cases/{reference}/relays/{number}/closing", auth=WRITES, response={200: working_shapes.Relay})
@once
def close_relay(
    request: Call, reference: str, body: working_shapes.RelayResult, number: Digits = NUMBER
) -> HttpResponse:
    """Close a relay with what came of it; where nobody outside holds a part any more, the case waits on us."""
    case = the_case(request, reference)
    return answer(_relay_told(relaying.close(_relay(case, number), by=me(request), result=body.result), case.reference))


@router.post("/cases/{reference}/messages/{number}/forwarding", auth=WRITES, response={201: working_shapes.Relay})
@once
def forward_message(
    request: Call, reference: str, body: working_shapes.Forwarding, number: Digits = NUMBER
) -> HttpResponse:
    """Forward words of a case to somebody outside, with a word of ours and files; answers come to a relay."""
    case = the_case(request, reference)
    message = Message.objects.told().let_through().filter(pk=number, case=case).first()
    if message is None:
        raise Http404
    relay = relaying.forward(
        message, by=me(request), email=body.email, name=body.name, words=body.text, awaited=body.awaited,
        next_at=body.next_at, files=_files(message, body.attachments),
    )  # fmt: skip
    return answer(_relay_told(relay, case.reference), 201)


def _other(request: Call, reference: str, field: str) -> Case:
    """Find the other case that a request names; a hidden one is as if it were not there. Raises Problem 409."""
    other = joining.called(canonical(reference), reader=me(request)) if canonical(reference) else None
    if other is None:
        raise unknown(field, "No case here has this reference.")
    return other


def _relay(case: Case, number: int) -> Relay:
    relay = case.relays.told().filter(pk=number).first()
    if relay is None:
        raise Http404
    return relay


def _follower(request: Call, named: int | str | None) -> Advisor | None:
    if named is None:
        return None
    found = must_exist(advisor_named(named, request), "follower")
    return found if isinstance(found, Advisor) else None


def _files(message: Message, numbers: Sequence[int]) -> list[Attachment]:
    found = list(message.attachments.filter(pk__in=numbers))
    if len(found) != len(set(numbers)):
        raise unknown("attachments", "This message has no such file.")
    return found


def _links_told(case: Case, reader: Advisor) -> list[dict]:
    return [
        {"id": one.id, "kind": one.kind, "case": one.case.reference, "title": one.case.title, "state": one.case.state}
        for one in linking.links_of(case, reader=reader)
    ]


def _relay_told(relay: Relay, reference: str) -> dict:
    return {
        "id": relay.pk,
        "case": reference,
        "name": relay.name,
        "email": relay.email,
        "awaited": relay.awaited,
        "told": relay.told,
        "state": relay.state,
        "since": moment(relay.since),
        "next_at": moment(relay.next_at),
        "follower": relay.follower and {"id": relay.follower.pk, "name": relay.follower.name},
        "answered_at": moment(relay.answered_at),
        "closed_at": moment(relay.closed_at),
        "result": relay.result,
    }
