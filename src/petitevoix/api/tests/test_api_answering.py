"""Programs answer under the same rules as people: every question marked, every draft reviewed."""

from datetime import timedelta

import pytest

from petitevoix.api import answers
from petitevoix.cases.actions.asking import add_question
from petitevoix.cases.actions.promising import promise
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.models import Message, Promise
from petitevoix.cases.models.question import questions_of, questions_owed
from petitevoix.jobs.runner import run_until_idle
from petitevoix.kit import clock
from tests.cast import answered

pytestmark = pytest.mark.django_db


def said(response, shape, status=200):
    assert response.status_code == status, response.content
    shape.model_validate(response.json())
    return response.json()


@pytest.fixture
def asked(line):
    words = "Where is my parcel? Could you send me the invoice, please?"
    return receive(Arrival(channel="email", sender="ana@letters.example", words=words, team=line, language="en")).case


def test_questions_are_read_with_their_places(asked, denis_program):
    told = said(denis_program.get(f"/cases/{asked.reference}/questions"), answers.QuestionPage)
    assert [(one["text"], one["kind"]) for one in told["items"]] == [
        ("Where is my parcel?", "question"), ("Could you send me the invoice, please?", "request"),
    ]  # fmt: skip
    register = said(denis_program.get("/questions"), answers.QuestionPage)
    assert [one["id"] for one in register["items"]] == [one["id"] for one in told["items"]]


def test_an_unmarked_question_stops_the_reply(asked, denis_program):
    path = f"/cases/{asked.reference}/replies"
    problem = denis_program.post(path, {"text": "It is in Nevers.", "questions": answered(asked)[:1]})
    assert problem.status_code == 422
    (finding,) = [one for one in problem.json()["findings"] if one["blocks"]]
    assert (finding["code"], finding["confirmable"]) == ("unmarked_question", False)
    assert finding["facts"]["question"] == questions_owed(asked)[1].pk
    assert denis_program.post(path, {"text": "It is in Nevers.", "confirmed": ["unmarked_question"]}).status_code == 422
    assert not Message.objects.filter(voice="us").exists()


def test_a_reply_with_its_marks_leaves_and_promises(asked, denis, denis_program, outbox):
    first, second = questions_owed(asked)
    friday = (clock.now() + timedelta(days=3)).isoformat()
    marks = [{"id": first.pk, "mark": "answered"}, {"id": second.pk, "mark": "promised", "due": friday}]
    body = {"text": "It is in Nevers.", "questions": marks}
    said(denis_program.post(f"/cases/{asked.reference}/replies", body), answers.Message, 201)
    told = said(denis_program.get(f"/cases/{asked.reference}/promises"), answers.PromisePage)["items"]
    assert [(one["kind"], one["state"], one["question"]) for one in told] == [("question", "due", second.pk)]
    assert said(denis_program.get("/promises", whose="me"), answers.PromisePage)["items"] == told
    undated = [promise(asked, by=denis, words=words, due_at=None).pk for words in ("It stays yours", "It stays free")]
    first = said(denis_program.get("/promises", dated="no", limit=1), answers.PromisePage)
    rest = said(denis_program.get("/promises", dated="no", after=first["next"]), answers.PromisePage)
    assert [one["id"] for one in first["items"] + rest["items"]] == undated
    path = f"/cases/{asked.reference}/promises/{told[0]['id']}"
    later = (clock.now() + timedelta(days=5)).isoformat()
    assert said(denis_program.post(f"{path}/offer", {"due": later}), answers.Promise)["offered_due_at"]
    assert said(denis_program.post(f"{path}/kept"), answers.Promise)["state"] == "kept"


def test_a_draft_is_reviewed_and_nothing_is_saved(asked, denis_program):
    body = {
        "case": asked.reference,
        "text": "Dear [NAME], please find attached the invoice.",
        "questions": answered(asked),
    }
    found = said(denis_program.post("/review", body), answers.Review)["findings"]
    assert {"placeholder", "forgotten_file"} <= {one["code"] for one in found if one["blocks"]}
    assert not Message.objects.filter(voice="us").exists()


def test_a_draft_for_other_people_than_the_last_letter_says_so(asked, denis_program):
    path, body = f"/cases/{asked.reference}/replies", {"text": "It is in Nevers.", "questions": answered(asked)}
    said(denis_program.post(path, body), answers.Message, 201)
    look = {"case": asked.reference, "text": "It is in Dijon now."}

    def codes(**to) -> set[str]:
        return {one["code"] for one in said(denis_program.post("/review", look | to), answers.Review)["findings"]}

    assert "recipient_changed" not in codes()
    assert "recipient_changed" in codes(cc=["neighbour@else.example"])
    assert "recipient_changed" in codes(to=["neighbour@else.example"])


def test_what_can_be_confirmed_leaves_with_its_reason(asked, denis_program, outbox):
    body = {"text": "You find the invoice attached.", "questions": answered(asked)}
    path = f"/cases/{asked.reference}/replies"
    assert denis_program.post(path, body).status_code == 422
    said(
        denis_program.post(path, body | {"confirmed": ["forgotten_file"], "because": "It was sent on Monday."}),
        answers.Message,
        201,
    )
    events = denis_program.get(f"/cases/{asked.reference}/events").json()["items"]
    written = next(one for one in events if one["name"] == "message.written")
    assert written["facts"]["review"]["confirmed"] == {"forgotten_file": "It was sent on Monday."}


@pytest.mark.parametrize("because", ["n/a", "…"])
def test_a_reason_that_says_nothing_is_none(asked, denis_program, because):
    body = {"text": "You find the invoice attached.", "questions": answered(asked), "confirmed": ["forgotten_file"]}
    told = denis_program.post(f"/cases/{asked.reference}/replies", body | {"because": because})
    assert told.status_code == 422
    assert "Say why this may leave all the same (forgotten_file)" in told.json()["detail"]
    assert not Message.objects.filter(voice="us").exists()


def test_a_program_may_name_the_code_alone_and_that_is_written_down(asked, denis_program, outbox):
    body = {"text": "You find the invoice attached.", "questions": answered(asked), "confirmed": ["forgotten_file"]}
    said(denis_program.post(f"/cases/{asked.reference}/replies", body), answers.Message, 201)
    events = denis_program.get(f"/cases/{asked.reference}/events").json()["items"]
    written = next(one for one in events if one["name"] == "message.written")
    assert written["facts"]["review"]["confirmed"] == {
        "forgotten_file": "Confirmed by a program, which gave no reason."
    }


def test_what_only_warns_is_confirmed_without_one(asked, denis_program, outbox):
    body = {"text": "You will have it as soon as possible.", "questions": answered(asked)}
    told = denis_program.post("/review", {"case": asked.reference, **body}).json()["findings"]
    assert [(one["code"], one["blocks"]) for one in told] == [("promise_without_date", False)]
    body["confirmed"] = ["promise_without_date"]
    said(denis_program.post(f"/cases/{asked.reference}/replies", body), answers.Message, 201)


def test_a_day_more_than_a_year_away_is_pointed_out(asked, denis_program, outbox):
    path, far = f"/cases/{asked.reference}/replies", (clock.now() + timedelta(days=900)).isoformat()
    marks = [{"id": one.pk, "mark": "promised", "due": far} for one in questions_owed(asked)]
    body = {"text": "That is for the town to decide.", "questions": marks}
    told = denis_program.post("/review", {"case": asked.reference, **body}).json()["findings"]
    assert {(one["code"], one["blocks"]) for one in told} == {("far_date", False)}
    refused = denis_program.post(path, {"text": "We see.", "questions": answered(asked), "news_on": far})
    assert (refused.status_code, "within a year" in refused.json()["detail"]) == (422, True)
    said(denis_program.post(path, body), answers.Message, 201)
    number = denis_program.get(f"/cases/{asked.reference}/promises").json()["items"][0]["id"]
    assert denis_program.post(f"/cases/{asked.reference}/promises/{number}/offer", {"due": far}).status_code == 422


def test_the_same_answer_again_takes_a_second_person(asked, denis_program, program, esther, outbox):
    words = "Please restart the box, check the cable, and try another plug in the wall of the living room."
    path = f"/cases/{asked.reference}/replies"
    said(denis_program.post(path, {"text": words, "questions": answered(asked)}), answers.Message, 201)
    run_until_idle()
    add_question(asked, by=asked.person, words="I have done all that. What now?")
    again = {"text": words, "questions": answered(asked), "confirmed": ["same_answer"], "because": "It works now."}
    told = denis_program.post(path, again)
    assert told.status_code == 422
    assert "same_answer" in [one["code"] for one in told.json()["findings"] if one["blocks"]]
    said(program(esther).post(path, again), answers.Message, 201)


def test_a_question_is_added_edited_dismissed_and_kept(asked, denis_program):
    path = f"/cases/{asked.reference}/questions"
    added = said(denis_program.post(path, {"text": "And when?"}), answers.Question, 201)
    assert (
        said(denis_program.patch(f"{path}/{added['id']}", {"text": "And when, please?"}), answers.Question)["text"]
        == "And when, please?"
    )
    assert (
        said(denis_program.patch(f"{path}/{added['id']}", {"dismissed": True}), answers.Question)["state"]
        == "dismissed"
    )
    assert said(denis_program.patch(f"{path}/{added['id']}", {"dismissed": False}), answers.Question)["state"] == "open"
    assert len(questions_of(asked)) == 3


def test_an_observation_has_its_plan_and_its_end(asked, denis_program):
    path = f"/cases/{asked.reference}/state"
    assert denis_program.post(path, {"state": "watched"}).status_code == 422
    until = (clock.now() + timedelta(days=1)).isoformat()
    told = said(denis_program.post(path, {"state": "watched", "plan": "We count.", "until": until}), answers.WholeCase)
    assert (told["state"], Promise.objects.get().kind) == ("watched", "call")


def test_a_fault_of_ours_closes_with_what_we_owe(asked, denis_program, outbox):
    path = f"/cases/{asked.reference}/closure"
    words = {
        "what_it_was": "Lost.",
        "what_was_done": "Sent again.",
        "whose_fault": "ours",
        "questions": answered(asked),
    }
    assert denis_program.post(path, words).status_code == 422
    more = {"acknowledgment": "We lost it, and are sorry.", "repair": "No charge.", "what_changes": "Two people count."}
    assert said(denis_program.post(path, words | more), answers.Closure, 201)["whose_fault"] == "ours"


def test_an_error_is_declared_mended_and_told(asked, denis_program, hidden, outbox):
    told = said(
        denis_program.post("/errors", {"title": "The flood", "effect": "Parcels lost.", "cases": [asked.reference]}),
        answers.OurError, 201,
    )  # fmt: skip
    assert (told["touched"], told["told"]) == (1, 0)
    assert denis_program.post(f"/errors/{told['id']}/cases", {"cases": [hidden.reference]}).status_code == 409
    mended = {
        "cause": "Rain.",
        "repair": "All is sent again.",
        "text": "The flood took your parcel. Another is on its way.",
    }
    said(denis_program.post(f"/errors/{told['id']}/mending", mended), answers.OurError)
    run_until_idle()
    assert said(denis_program.get("/errors"), answers.OurErrorPage)["items"][0]["told"] == 1


def test_the_wish_and_the_fault_of_a_case_are_said(asked, denis_program):
    assert (
        said(denis_program.post(f"/cases/{asked.reference}/wish", {"wish": "explain"}), answers.WholeCase)["wish"]
        == "explain"
    )
    assert (
        said(denis_program.post(f"/cases/{asked.reference}/fault", {"fault": "ours"}), answers.WholeCase)["fault"]
        == "ours"
    )


@pytest.mark.parametrize("what", ["/questions", "/promises"])
def test_a_hidden_case_tells_nothing(hidden, denis_program, what):
    assert denis_program.get(f"/cases/{hidden.reference}{what}").status_code == 404
    assert hidden.reference not in {one["case"] for one in denis_program.get(what).json()["items"]}
