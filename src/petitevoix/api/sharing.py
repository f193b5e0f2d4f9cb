"""Drafts of a reply that are shared, for programs: one's own shown or not, a colleague's read and taken over."""

from typing import Any

from django.db import transaction
from django.http import HttpResponse
from ninja import Path, Router

from petitevoix.api import answers, schemas
from petitevoix.api.auth import Bearer, Call
from petitevoix.api.finding import me, the_case
from petitevoix.api.idempotency import once
from petitevoix.api.paging import LARGEST, Digits
from petitevoix.api.telling import answer, moment
from petitevoix.cases import access
from petitevoix.cases.actions.drafting import keep_words
from petitevoix.cases.actions.sharing import share, shared_in, take_over, unshare
from petitevoix.cases.models import Draft

router = Router(tags=["messages"])
NUMBER = Path(..., ge=1, le=LARGEST)


@router.get("/cases/{reference}/drafts", auth=Bearer("cases:read"), response=answers.SharedDrafts)
def list_drafts(request: Call, reference: str) -> HttpResponse:
    """Read the drafts of answers that colleagues share in a case; the reading is recorded."""
    case = the_case(request, reference)
    access.opened(case, by=me(request), token=request.auth.pk)
    items = [
        {
            "id": one.pk, "advisor": {"id": one.advisor_id, "name": one.advisor.name}, "text": one.words,
            "shared_at": moment(one.shared_at), "changed_at": moment(one.changed_at),
        }
        for one in shared_in(case, reader=me(request))
    ]  # fmt: skip
    return answer({"items": items})


@router.post("/cases/{reference}/draft/sharing", auth=Bearer("cases:write"), response={200: answers.OwnDraft})
@once
def share_draft(request: Call, reference: str, body: schemas.SharedWords) -> HttpResponse:
    """Show the draft of your reply to those who see the case, until it leaves; with `text`, these words are kept."""
    case, by = the_case(request, reference), me(request)
    with transaction.atomic():
        if body.text is not None:
            keep_words(case, by=by, mode=Draft.Mode.REPLY, words=body.text)
        draft = share(case, by=by)
    return answer(_own_told(draft))


@router.delete("/cases/{reference}/draft/sharing", auth=Bearer("cases:write"), response={200: answers.OwnDraft})
@once
def end_sharing(request: Call, reference: str) -> HttpResponse:
    """Show the draft of your reply to nobody any more; it stays your draft."""
    case, by = the_case(request, reference), me(request)
    unshare(case, by=by)
    return answer(_own_told(Draft.objects.of(case.present, by).get(Draft.Mode.REPLY)))


@router.post(
    "/cases/{reference}/drafts/{number}/taking-over", auth=Bearer("cases:write"), response={200: answers.OwnDraft}
)
@once
def take_draft_over(request: Call, reference: str, number: Digits = NUMBER) -> HttpResponse:
    """Put the words and files of a draft that a colleague shares behind your own reply; theirs stays theirs."""
    return answer(_own_told(take_over(the_case(request, reference), number, by=me(request))))


def _own_told(draft: Draft | None) -> dict[str, Any]:
    return {"text": draft.words if draft else "", "shared_at": moment(draft.shared_at) if draft else None}
