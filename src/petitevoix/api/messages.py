"""Messages: reading them and their files, answering, taking an answer back, noting."""

from typing import Any

from django.http import FileResponse, Http404, HttpResponse
from ninja import Path, Router

from petitevoix.api import answers, schemas
from petitevoix.api.auth import Bearer, Call
from petitevoix.api.finding import advisor_named, me, must_exist, the_case
from petitevoix.api.idempotency import once
from petitevoix.api.marks import confirmed_by, marks_of
from petitevoix.api.paging import LARGEST, LIMIT, After, Digits, cursor_of, page, place
from petitevoix.api.telling import MESSAGE, answer, message_told, messages_told
from petitevoix.cases import access
from petitevoix.cases.actions.noting import note
from petitevoix.cases.actions.replying import reply, say_not_yet, take_back
from petitevoix.cases.actions.witnessing import call_witness
from petitevoix.cases.models import Attachment, Case, Message
from petitevoix.cases.models.attachment import store
from petitevoix.people.models import Advisor

router = Router(tags=["messages"])
NUMBER = Path(..., ge=1, le=LARGEST)
FILE = {"content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}


@router.get("/cases/{reference}/messages", auth=Bearer("cases:read"), response=answers.MessagePage)
def list_messages(request: Call, reference: str, after: After = "", limit: Digits = LIMIT) -> HttpResponse:
    """Read the messages of a case, the oldest first, notes among us included; the reading is recorded."""
    case = the_case(request, reference)
    access.opened(case, by=me(request), token=request.auth.pk)
    messages = case.messages.told().telling_withheld()
    if after:
        messages = messages.filter(id__gt=place(after)[1])
    rows, following = page(messages.values(*MESSAGE), limit, lambda row: cursor_of(row["id"]))
    return answer({"items": messages_told(case.reference, rows, reader=me(request)), "next": following})


@router.get(
    "/cases/{reference}/attachments/{number}",
    auth=Bearer("cases:read"),
    openapi_extra={"responses": {200: {"description": "The bytes of the file.", **FILE}}},
)
def read_attachment(request: Call, reference: str, number: Digits = NUMBER) -> FileResponse:
    """Fetch a file of a message, always as a download; the reading is recorded."""
    case = the_case(request, reference)
    files = Attachment.objects.shown_to(me(request)).filter(message__case=case, message__withdrawn_at=None)
    file = files.filter(pk=number).first()
    if file is None or not store().path(file.sha256).exists():
        raise Http404
    access.opened(case, by=me(request), token=request.auth.pk, attachment=file.pk)
    content = store().path(file.sha256).open("rb")
    headers = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
    return FileResponse(
        content, as_attachment=True, filename=file.name, content_type="application/octet-stream", headers=headers
    )


@router.post("/cases/{reference}/replies", auth=Bearer("cases:write"), response={201: answers.Message})
@once
def write_reply(request: Call, reference: str, body: schemas.NewReply) -> HttpResponse:
    """Answer the person. The words leave after some seconds, in which the reply can be withdrawn.

    With `news_on` we say that it is not settled yet: the case stays with us and news has a date. With `ask` besides, an
    advisor is asked with a note. Each question of the case leaves with a mark; the words are reviewed, and what they
    commit us to becomes promises. A reply that is stopped is a 422 with its `findings`; nothing was sent.
    """
    case, by = the_case(request, reference), me(request)
    how: dict[str, Any] = {
        "words": body.text,
        "seen": body.seen,
        "to": body.to,
        "cc": body.cc,
        "bcc": body.bcc,
        "marks": marks_of(body.questions),
        "confirmed": confirmed_by(body),
        "leaves_at": body.leaves_at,
        "sign": body.sign or "",
    }
    if body.ask is not None and body.news_on is not None:
        asked = must_exist(advisor_named(body.ask, request), "ask")
        ask = asked if isinstance(asked, Advisor) else None
        message = say_not_yet(case, by=by, news_on=body.news_on, ask=ask, **how)
    else:
        message = reply(case, by=by, then=body.then, news_on=body.news_on, **how)
    return answer(message_told(case.reference, message.pk, reader=by), 201)


@router.post(
    "/cases/{reference}/replies/{number}/withdrawal", auth=Bearer("cases:write"), response={200: answers.Withdrawn}
)
@once
def withdraw_reply(request: Call, reference: str, number: Digits = NUMBER) -> HttpResponse:
    """Take a reply back before it leaves: its words are a draft again, the case stands as it stood."""
    case = the_case(request, reference)
    message = Message.objects.filter(pk=number, case=case, voice=Message.Voice.US).first()
    if message is None:
        raise Http404
    draft = take_back(message, by=me(request))
    return answer({"id": message.pk, "draft": draft.words, "state": Case.objects.get(pk=case.pk).state})


@router.post("/cases/{reference}/notes", auth=Bearer("cases:write"), response={201: answers.Message})
@once
def write_note(request: Call, reference: str, body: schemas.NewNote) -> HttpResponse:
    """Write a note among us; the person never reads it.

    `@` and a name calls a colleague, or a team: they follow the case, and find it among their mentions. One who may
    not see the case cannot be called: the note is refused.
    """
    case = the_case(request, reference)
    written = note(case, by=me(request), words=body.text)
    return answer(message_told(case.reference, written.pk, reader=me(request)), 201)


@router.post("/cases/{reference}/witness", auth=Bearer("cases:write"), response={201: answers.Message})
@once
def write_for_witness(request: Call, reference: str) -> HttpResponse:
    """Call those who lead to come and see what is said in a case: a note that names them, which is answered with."""
    case = the_case(request, reference)
    called = call_witness(case, by=me(request))
    return answer(message_told(case.reference, called.pk, reader=me(request)), 201)
