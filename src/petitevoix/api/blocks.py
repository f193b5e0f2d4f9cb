"""Blocks, for programs: proposed, decided, lifted; and what a person says against one, answered."""

from typing import Any, Literal

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Path, Query, Router

from petitevoix.api import answers
from petitevoix.api import people_shapes as shapes
from petitevoix.api.auth import Bearer, Call
from petitevoix.api.finding import me, the_case, the_person
from petitevoix.api.idempotency import once
from petitevoix.api.paging import LARGEST, LIMIT, After, Digits, cursor_of, page, place
from petitevoix.api.problems import Problem, conflict
from petitevoix.api.telling import answer, message_told, moment
from petitevoix.cases import access
from petitevoix.cases.actions import blocking
from petitevoix.cases.actions.withholding import let_through, must_lead
from petitevoix.cases.models import Block, Withheld
from petitevoix.cases.refusals import Refused
from petitevoix.people.models import Advisor

router = Router(tags=["blocks"])
NUMBER = Path(..., ge=1, le=LARGEST)
_TOLD = Block.objects.select_related("proposed_by", "decided_by", "answered_by")


@router.get("/blocks", auth=Bearer("people:read"), response=shapes.BlockPage)
def list_blocks(
    request: Call,
    which: Literal["proposed", "appealed"] = Query("proposed", description="What is to be decided, or answered."),
    after: After = "",
    limit: Digits = LIMIT,
) -> HttpResponse:
    """List what those who lead have to decide, the oldest first: proposed blocks, or appeals. For those who lead."""
    try:
        must_lead(me(request))
    except Refused as refusal:
        raise Problem(403, "role", str(refusal)) from None
    blocks = (_TOLD.to_decide() if which == "proposed" else _TOLD.appealed()).order_by("id")
    if after:
        blocks = blocks.filter(id__gt=place(after)[1])
    rows, following = page(blocks, limit, lambda block: cursor_of(block.pk))
    return answer({"items": [_told(block) for block in rows], "next": following})


@router.get("/people/{number}/blocks", auth=Bearer("people:read"), response=shapes.BlockPage)
def list_blocks_of_person(
    request: Call, number: Digits = NUMBER, after: After = "", limit: Digits = LIMIT
) -> HttpResponse:
    """List the blocks of a person, the newest first; the reading is recorded."""
    person = the_person(request, number)
    access.person_opened(person, by=me(request), token=request.auth.pk)
    blocks = _TOLD.filter(person=person).order_by("-id")
    if after:
        blocks = blocks.filter(id__lt=place(after)[1])
    rows, following = page(blocks, limit, lambda block: cursor_of(block.pk))
    return answer({"items": [_told(block) for block in rows], "next": following})


@router.post("/people/{number}/block", auth=Bearer("people:write"), response={201: shapes.Block})
@once
def block_person(request: Call, body: shapes.NewBlock, number: Digits = NUMBER) -> HttpResponse:
    """Propose that a person's words go to those who lead, for a time; in the name of a lead it is decided."""
    person = the_person(request, number)
    with conflict():  # which days may end one depends on the day
        made = blocking.block(person, by=me(request), reason=body.reason, until=body.until)
    return answer(_told(_TOLD.get(pk=made.pk)), 201)


@router.delete("/people/{number}/block", auth=Bearer("people:write"), response={200: shapes.Block})
@once
def lift_block(request: Call, number: Digits = NUMBER) -> HttpResponse:
    """Lift a block before its day; the person is told. For those who lead."""
    lifted = blocking.lift(_standing(request, number), by=me(request))
    return answer(_told(_TOLD.get(pk=lifted.pk)))


@router.post("/people/{number}/block/decision", auth=Bearer("people:write"), response={200: shapes.Block})
@once
def decide_block(request: Call, body: shapes.BlockDecision, number: Digits = NUMBER) -> HttpResponse:
    """Agree to a block that is proposed, or decline it; where it is agreed the person is told. For those who lead."""
    decided = blocking.decide(_standing(request, number), by=me(request), agreed=body.agreed)
    return answer(_told(_TOLD.get(pk=decided.pk)))


@router.post("/people/{number}/block/answer", auth=Bearer("people:write"), response={200: shapes.Block})
@once
def answer_appeal(request: Call, body: shapes.AppealAnswer, number: Digits = NUMBER) -> HttpResponse:
    """Answer an appeal with words the person reads: the block stays, or ends. For a lead who did not decide it."""
    block = _standing(request, number)
    answered = blocking.answer_appeal(block, by=me(request), words=body.text, stays=body.stays)
    return answer(_told(_TOLD.get(pk=answered.pk)))


@router.post(
    "/cases/{reference}/messages/{number}/reading", auth=Bearer("cases:write"), response={200: answers.Message}
)
@once
def read_withheld(request: Call, reference: str, body: shapes.WithheldRead, number: Digits = NUMBER) -> HttpResponse:
    """Say that you have read the words of a blocked person, and whether an advisor is to answer them. For a lead."""
    case = the_case(request, reference)
    withheld = get_object_or_404(Withheld, message=number, message__case=case)
    let_through(withheld, by=me(request), to_the_queue=body.queue)
    return answer(message_told(case.reference, number, reader=me(request)))


def _standing(request: Call, number: int) -> Block:
    return get_object_or_404(Block.objects.filter(ended_at=None), person=the_person(request, number))


def _told(block: Block) -> dict[str, Any]:
    times = ("until", "proposed_at", "decided_at", "ended_at", "appealed_at", "answered_at")
    return {
        "id": block.pk, "person": block.person_id, "state": block.state, "reason": block.reason,
        "proposed_by": _name(block.proposed_by), "decided_by": _name(block.decided_by),
        "appeal": block.appeal, "answer": block.answer, "answered_by": _name(block.answered_by),
        **{name: moment(getattr(block, name)) for name in times},
    }  # fmt: skip


def _name(who: Advisor | None) -> dict[str, Any] | None:
    return {"id": who.pk, "name": who.name} if who else None
