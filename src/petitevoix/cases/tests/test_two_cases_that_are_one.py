"""Two cases that are one matter are joined, and taken apart exactly."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from petitevoix.cases.actions import asking, assigning, drafting, joining, noting, witnessing
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.models import Attachment, Case, Draft, Message, Participant, Promise, Question, Tally
from petitevoix.cases.refusals import Refused
from petitevoix.kit import clock
from petitevoix.people.models import Team
from tests.cast import close, make_advisor, reply, turn

pytestmark = pytest.mark.django_db


def wrote(who: str, words: str = "Is my line mended?", case: Case | None = None, **more) -> Case:
    arrival = Arrival(channel="email", sender=f"{who}@letters.example", sender_name=who.title(), words=words, **more)
    return receive(arrival, case=case).case


@pytest.fixture
def second(case, ana) -> Case:
    return wrote("ana", "And what about my bill?", title="My bill")


def rows() -> dict:
    """All that a case can have, but for the journal and the moment of its last change."""
    whole = {
        kind.__name__: list(kind.objects.order_by("id").values())
        for kind in (Message, Question, Promise, Participant, Draft, Attachment)
    }
    cases = [{**row, "changed_at": None} for row in Case.objects.order_by("id").values()]
    tally = (
        Tally.objects.exclude(waiting=0)
        .order_by("team_id", "advisor_id")
        .values_list("team_id", "advisor_id", "waiting")
    )
    return whole | {"cases": cases, "tally": list(tally)}


def waiting() -> int:
    return sum(Tally.objects.values_list("waiting", flat=True))


def test_all_that_was_said_and_asked_goes_on_in_one_case(case, second, denis):
    joining.join(second, into=case, by=denis)
    case.refresh_from_db()
    second.refresh_from_db()
    assert [one.words for one in case.messages.told()][-1] == "And what about my bill?"
    assert {one.case_id for one in Question.objects.all()} == {case.pk}
    assert (second.state, second.present) == ("closed", case)
    assert waiting() == 1
    assert case.first_words == "And what about my bill?"


def test_another_person_takes_part_from_then_on(case, bruno, denis):
    theirs = wrote("bruno")
    joining.join(theirs, into=case, by=denis)
    assert case.takes_part(bruno)
    joining.part(joining.joining_of(theirs), by=denis)
    assert not case.takes_part(bruno)


def test_what_arrived_since_stays_and_all_else_goes_back(case, second, denis):
    joining.join(second, into=case, by=denis)
    reply(case, by=denis, words="Both are seen to.")
    later = wrote("ana", "Thank you!", case=second)
    assert later == case
    parted = joining.part(joining.joining_of(second), by=denis)
    assert [one.words for one in parted.messages.told()] == ["And what about my bill?"]
    case.refresh_from_db()
    assert case.messages.told().last().words == "Thank you!"
    assert (case.state, parted.state) == ("open", "open")
    assert waiting() == 2


def test_what_an_advisor_was_writing_in_both_is_laid_behind_each_other(case, second, denis):
    drafting.keep_draft(case, by=denis, mode="reply", words="Dear Ana,")
    drafting.keep_draft(second, by=denis, mode="reply", words="Your bill…")
    joining.join(second, into=case, by=denis)
    assert Draft.objects.of(case, denis)["reply"].words == "Dear Ana,\n\nYour bill…"
    joining.part(joining.joining_of(second), by=denis)
    assert Draft.objects.of(case, denis)["reply"].words == "Dear Ana,"
    assert Draft.objects.of(second, denis)["reply"].words == "Your bill…"


def test_a_note_meant_for_a_joined_case_is_not_lost_in_it(case, second, denis, esther):
    joining.join(second, into=case, by=denis)
    with pytest.raises(Refused, match="has been joined to"):
        noting.note(second, by=denis, words="Look.")
    with pytest.raises(Refused, match="has been joined to"):
        witnessing.call_witness(second, by=denis)
    assert not second.messages.exists()


def test_a_case_cannot_be_joined_to_itself_nor_in_a_ring(case, second, denis):
    with pytest.raises(Refused, match="one case already"):
        joining.join(case, into=case, by=denis)
    joining.join(second, into=case, by=denis)
    with pytest.raises(Refused, match="one case already"):
        joining.join(case, into=second, by=denis)
    with pytest.raises(Refused, match="one case already"):
        joining.join(second, into=case, by=denis)


def test_joined_to_a_joined_case_it_goes_where_that_one_goes(case, second, denis):
    third = wrote("ana", "Still here?")
    joining.join(second, into=case, by=denis)
    joining.join(third, into=second, by=denis)
    assert Case.objects.get(pk=third.pk).joined_into == case
    assert case.messages.told().last().words == "Still here?"


@pytest.mark.parametrize("first", [0, 1])
def test_of_three_in_a_row_each_stands_as_before_whichever_is_taken_apart_first(case, second, denis, first):
    third = wrote("ana", "And where is my parcel?", title="My parcel")
    since = {one.pk: clock.now() - timedelta(days=days) for one, days in ((case, 3), (second, 2), (third, 1))}
    for one, at in since.items():
        Case.objects.filter(pk=one).update(waiting_since=at, missed_at=at if one == case.pk else None)
    before = rows()
    row = [joining.join(case, into=second, by=denis), joining.join(second, into=third, by=denis)]
    joining.part(row.pop(first), by=denis)
    if not first:  # what the longest wait brought along is gone with it
        third.refresh_from_db()
        assert (third.waiting_since, third.missed_at) == (since[second.pk], None)
    joining.part(row.pop(), by=denis)
    assert rows() == before


def test_a_closed_case_that_a_waiting_one_is_joined_to_waits(case, second, denis):
    close(case, by=denis, what_it_was="The storm.", what_was_done="The card was changed.")
    joining.join(second, into=case, by=denis)
    case.refresh_from_db()
    assert case.state == "open"
    assert case.waiting_since == second.waiting_since
    joining.part(joining.joining_of(second), by=denis)
    case.refresh_from_db()
    assert case.state == "closed"


def test_nothing_is_done_in_a_case_that_goes_on_elsewhere(case, second, denis):
    joining.join(second, into=case, by=denis)
    for act in (
        lambda: reply(second, by=denis, words="Hello"),
        lambda: assigning.take(second, by=denis),
        lambda: close(second, by=denis, what_it_was="It.", what_was_done="That."),
    ):
        with pytest.raises(Refused, match=case.reference):
            act()


def test_who_only_reads_joins_nothing(case, second, gaspard):
    with pytest.raises(Refused, match="does not change"):
        joining.join(second, into=case, by=gaspard)


def test_a_suggestion_never_tells_of_a_hidden_case(case, second, denis):
    secret = Team.objects.create(name="Secret", is_private=True)
    Case.objects.filter(pk=second.pk).update(team=secret)
    assert joining.could_be_one_with(case, reader=denis) == []
    assert joining.could_be_one_with(case, reader=denis, asked=second.reference) == []
    assert joining.could_be_one_with(case, reader=denis, asked="bill") == []
    seen_by_a_lead = joining.could_be_one_with(case, reader=make_advisor("Esther", "lead"), asked="bill")
    assert seen_by_a_lead == [second]


def test_a_suggestion_begins_with_the_same_persons_open_cases(case, second, denis):
    closed = wrote("ana", "Old words")
    close(closed, by=denis, what_it_was="It.", what_was_done="That.")
    assert joining.could_be_one_with(case, reader=denis) == [second, closed]


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["ana", "bruno", "reply", "note", "draft", "rest", "close", "ask", "assign"]), st.booleans()
    ),
    max_size=8,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS, other=st.sampled_from(["ana", "bruno"]))
def test_joined_and_taken_apart_two_cases_stand_exactly_as_they_stood(acts, other, denis, outbox, data):
    pair = [wrote("ana"), wrote(other, "Why was I charged twice?")]
    for act, on_second in acts:
        _do(act, Case.objects.get(pk=pair[on_second].pk), denis)
    before = rows()
    done = joining.join(pair[1], into=pair[0], by=denis)
    assert waiting() == Case.objects.filter(state="open").count()
    joining.part(done, by=denis)
    assert rows() == before


def _do(act: str, case: Case, denis) -> None:
    match act:
        case "ana" | "bruno":
            wrote(act, "And one more thing: when?", case=case)
        case "reply":
            reply(
                case,
                by=denis,
                words=f"We call you on the {case.messages.count()}th of December.",
                confirmed={"recipient_changed": "It is right.", "same_answer": "It is right."},
            )
        case "note":
            noting.note(case, by=denis, words="Look at the card.")
        case "draft":
            drafting.keep_draft(
                case, by=denis, mode="reply", words="Dear", known=None
            ) if not case.drafts.exists() else None
        case "rest":
            turn(case, "held", by=denis)
        case "close":
            close(case, by=denis, what_it_was=f"It {case.messages.count()}.", what_was_done="That.")
        case "ask":
            asking.add_question(case, by=denis, words="What of the deposit?")
        case "assign":
            assigning.assign(case, by=denis, advisor=denis, team=None)
