"""Questions and the review: what a person asked, and what a draft still lacks."""

from django.http import Http404, HttpResponse
from ninja import Path, Router

from petitevoix.api import answers, schemas
from petitevoix.api.auth import Bearer, Call
from petitevoix.api.finding import me, the_case
from petitevoix.api.idempotency import once
from petitevoix.api.marks import marks_of
from petitevoix.api.paging import LARGEST, LIMIT, After, Digits, cursor_of, page, place
from petitevoix.api.telling import QUESTION, answer, question_told
from petitevoix.cases import access
from petitevoix.cases.actions import asking
from petitevoix.cases.actions.addressing import addresses
from petitevoix.cases.actions.reviewing import findings
from petitevoix.cases.models import Question

router = Router(tags=["questions"])
NUMBER = Path(..., ge=1, le=LARGEST)


@router.get("/cases/{reference}/questions", auth=Bearer("cases:read"), response=answers.QuestionPage)
def list_questions(request: Call, reference: str, after: After = "", limit: Digits = LIMIT) -> HttpResponse:
    """Read what the person asked in a case, in order, and how each question stands; the reading is recorded."""
    case = the_case(request, reference)
    access.opened(case, by=me(request), token=request.auth.pk)
    questions = Question.objects.filter(case=case).order_by("id")
    if after:
        questions = questions.filter(id__gt=place(after)[1])
    rows, following = page(questions.values(*QUESTION), limit, lambda row: cursor_of(row["id"]))
    return answer({"items": [question_told(row) for row in rows], "next": following})


@router.get("/questions", auth=Bearer("cases:read"), response=answers.QuestionPage)
def list_unanswered(request: Call, after: After = "", limit: Digits = LIMIT) -> HttpResponse:
    """Read the register of the unanswered: open questions of the cases you may see, the oldest first."""
    questions = Question.objects.unanswered().visible_to(me(request)).oldest_first()
    if after:
        questions = questions.after(*place(after))
    rows, following = page(questions.values(*QUESTION), limit, lambda row: cursor_of(row["id"], row["asked_at"]))
    return answer({"items": [question_told(row) for row in rows], "next": following})


@router.post("/cases/{reference}/questions", auth=Bearer("cases:write"), response={201: answers.Question})
@once
def add_question(request: Call, reference: str, body: schemas.NewQuestion) -> HttpResponse:
    """Add a question that was missed."""
    return _told(asking.add_question(the_case(request, reference), by=me(request), words=body.text), 201)


@router.patch("/cases/{reference}/questions/{number}", auth=Bearer("cases:write"), response={200: answers.Question})
@once
def change_question(
    request: Call, reference: str, body: schemas.QuestionChange, number: Digits = NUMBER
) -> HttpResponse:
    """Put a question into better words, dismiss what is none, or take that back."""
    question = Question.objects.filter(pk=number, case=the_case(request, reference)).first()
    if question is None:
        raise Http404
    if body.text is not None:
        question = asking.edit_question(question, by=me(request), words=body.text)
    if body.dismissed is not None:
        turn = asking.dismiss_question if body.dismissed else asking.restore_question
        question = turn(question, by=me(request))
    return _told(question, 200)


@router.post("/review", auth=Bearer("cases:read"), response={200: answers.Review})
def review_draft(request: Call, body: schemas.NewReview) -> HttpResponse:
    """Have a draft looked at: what the reply would be stopped for, and what it could do better. Nothing is saved."""
    case = the_case(request, body.case)
    access.kept_open(case, by=me(request))
    to = addresses(case, to=body.to, cc=body.cc, bcc=body.bcc)
    found = findings(case, body.text, by=me(request), marks=marks_of(body.questions), to=to)
    return answer({"findings": [one.as_json() for one in found]})


def _told(question: Question, status: int) -> HttpResponse:
    return answer(question_told(Question.objects.values(*QUESTION).get(pk=question.pk)), status)
