"""Checklists: the steps and tools of a kind of case at hand, each with what came of it (scene S034); left at any step
with a reason that mends the procedure and names nobody (S037)."""

import pytest

from petitevoix.cases.actions.checklists import (
    add_checklist,
    add_procedure,
    leave,
    remove_checklist,
    restore_checklist,
    still_open,
    take_up,
)
from petitevoix.cases.actions.procedures import fitting, keep_procedure, mend, put_procedure_away
from petitevoix.cases.actions.ready import keep_answer
from petitevoix.cases.actions.steps import add_step, move, remove_step, report_lack, reword, tick
from petitevoix.cases.actions.tagging import tag
from petitevoix.cases.actions.undoing import undo
from petitevoix.cases.models import Case, Checklist, Procedure, Snag, Step, Tag
from petitevoix.cases.refusals import Refused
from petitevoix.journal.models import Event
from tests.cast import make_advisor

pytestmark = pytest.mark.django_db


@pytest.fixture
def dead_line(denis, case) -> Procedure:
    tag(case, by=denis, add=["outage"])
    return keep_procedure(
        by=denis, name="Dead line", language="en", when_tag=Tag.objects.called("outage"),
        steps=[
            {"words": "Measure the line", "link": "https://line.test.example/"},
            {"words": "Say what we found", "answer": keep_answer(by=denis, name="Found", en="We found it.").pk},
            {"words": " "},
            {"words": "Call the exchange"},
        ],
    )  # fmt: skip


@pytest.fixture
def carried(case, denis, dead_line) -> Checklist:
    return add_procedure(case, dead_line, by=denis)


def words(checklist) -> list[str]:
    return [one.words for one in checklist.steps.filter(removed_at=None)]


def test_a_kind_of_case_has_its_tools_at_hand(case, denis, dead_line, line, bills):
    now = Case.objects.get()
    kinds = list(Procedure.objects.for_a_kind())
    assert fitting(now, kinds, has=set()) == [dead_line]
    assert fitting(now, kinds, has={dead_line.pk}) == []
    tag(case, by=denis, remove=["outage"])
    assert fitting(Case.objects.get(), kinds, has=set()) == []
    of_a_team = keep_procedure(by=denis, name="For line", steps=[{"words": "Look"}], when_team=line)
    keep_procedure(by=denis, name="For bills", steps=[{"words": "Look"}], when_team=bills)
    keep_procedure(by=denis, name="By hand", steps=[{"words": "Look"}])
    assert fitting(Case.objects.get(), Procedure.objects.for_a_kind(), has=set()) == [of_a_team]


def test_each_step_is_ticked_by_somebody_at_some_time_with_what_came_of_it(case, denis, carried):
    assert words(carried) == ["Measure the line", "Say what we found", "Call the exchange"]
    first, second, third = carried.steps.all()
    assert first.link == "https://line.test.example/"
    assert second.answer.name == "Found"
    tick(first, by=denis, result="12 Mbit/s")
    first.refresh_from_db()
    assert (first.done_by, first.result, bool(first.done_at)) == (denis, "12 Mbit/s", True)
    told = Event.objects.get(name="step.ticked")
    assert (told.topic, told.facts["words"], told.facts["result"]) == (case.topic, "Measure the line", "12 Mbit/s")
    assert still_open(case) == 2
    tick(first, by=denis)  # twice is once
    tick(third, by=denis, is_done=False, result="They are closed until Monday.")
    assert Event.objects.filter(name="step.ticked").count() == 1
    assert Event.objects.get(name="step.noted").facts["result"] == "They are closed until Monday."
    tick(first, by=denis, is_done=False)
    first.refresh_from_db()
    assert (first.done_by, first.done_at) == (None, None)
    assert still_open(case) == 3


def test_steps_are_added_put_into_order_reworded_and_taken_out_and_back(case, denis, carried):
    last = add_step(carried, by=denis, words="Thank them")
    move(last, by=denis, up=True)
    assert words(carried) == ["Measure the line", "Say what we found", "Thank them", "Call the exchange"]
    move(carried.steps.first(), by=denis, up=True)  # it is the first already
    move(carried.steps.first(), by=denis, up=False)
    assert words(carried)[:2] == ["Say what we found", "Measure the line"]
    reword(carried.steps.first(), by=denis, words="Say all that we found")
    remove_step(carried.steps.first(), by=denis)
    assert words(carried) == ["Measure the line", "Thank them", "Call the exchange"]
    undo(Event.objects.get(name="step.removed"), by=denis)
    assert words(carried)[0] == "Say all that we found"
    for refused in (lambda: add_step(carried, by=denis, words=" "), lambda: reword(last, by=denis, words="")):
        with pytest.raises(Refused):
            refused()


def test_one_made_by_hand_is_taken_out_and_put_back(case, denis):
    made = add_checklist(case, by=denis, name="Move", steps=["Old address", "", "New address"])
    assert words(made) == ["Old address", "New address"]
    remove_checklist(made, by=denis)
    assert still_open(case) == 0
    undo(Event.objects.get(name="checklist.removed"), by=denis)
    assert still_open(case) == 2
    remove_checklist(made, by=denis)
    restore_checklist(made, by=denis)
    for wrong in ({"name": "", "steps": ["x"]}, {"name": "x", "steps": [" "]}, {"name": "x", "steps": ["y"] * 50}):
        with pytest.raises(Refused):
            add_checklist(case, by=denis, **wrong)


def test_leaving_at_any_step_takes_a_reason_and_the_procedure_learns_it_without_a_name(case, denis, carried, dead_line):
    tick(carried.steps.first(), by=denis)
    with pytest.raises(Refused):
        leave(carried, by=denis, why=" ")
    leave(carried, by=denis, why="She is at the counter, nothing to be said in writing")
    [snag] = dead_line.snags.all()
    assert (snag.kind, snag.step) == ("left", "Say what we found")
    assert "counter" in snag.words
    told = {field.name for field in Snag._meta.get_fields()}
    assert told == {"id", "procedure", "kind", "step", "words", "is_mended"}  # no advisor, no case, no time
    assert still_open(case) == 0
    take_up(Checklist.objects.get(), by=denis)
    assert still_open(case) == 2
    assert not dead_line.snags.exists()


def test_a_missing_tool_is_reported_in_one_gesture_to_those_who_lead(case, denis, esther, carried, dead_line):
    report_lack(carried.steps.first(), by=denis)
    report_lack(carried.steps.first(), by=denis)  # said twice, it lacks once
    [snag] = dead_line.snags.all()
    assert (snag.kind, snag.step) == ("lack", "Measure the line")
    assert Event.objects.get(name="procedure.lacked").by == "system"
    mend(snag, by=esther)
    report_lack(carried.steps.first(), by=denis)
    assert sorted(dead_line.snags.values_list("is_mended", flat=True)) == [False, True]
    by_hand = add_checklist(case, by=denis, name="Move", steps=["Old address"])
    with pytest.raises(Refused):
        report_lack(by_hand.steps.get(), by=denis)


def test_its_keeper_and_those_who_lead_change_a_procedure_and_nobody_else(denis, esther, gaspard, dead_line, bills):
    fiona = make_advisor("Fiona")
    steps = [{"words": "Look"}]
    for refused in (
        lambda: keep_procedure(by=fiona, name="Hers", steps=steps, known=dead_line),
        lambda: put_procedure_away(dead_line, by=fiona),
        lambda: keep_procedure(by=gaspard, name="His", steps=steps),
        lambda: keep_procedure(by=denis, name="Bills", steps=steps, team=bills),
        lambda: keep_procedure(by=denis, name=" ", steps=steps),
        lambda: keep_procedure(by=denis, name="None", steps=[]),
        lambda: keep_procedure(by=denis, name="Tool", steps=[{"words": "Look", "link": "javascript:alert(1)"}]),
        lambda: keep_procedure(by=denis, name="Answer", steps=[{"words": "Look", "answer": 99999}]),
    ):
        with pytest.raises(Refused):
            refused()
    put_procedure_away(dead_line, by=esther)
    assert list(Procedure.objects.for_a_kind()) == []
    put_procedure_away(dead_line, by=esther, is_away=False)


def test_a_checklist_stays_as_it_was_when_its_procedure_changes(case, denis, carried, dead_line):
    keep_procedure(by=denis, name="Dead line", steps=[{"words": "Wait"}], known=dead_line)
    assert len(words(carried)) == 3


def test_two_who_act_on_a_step_at_once_undo_nothing_of_each_others(case, denis, esther, carried):
    his, hers, third = carried.steps.all()[0], carried.steps.all()[0], carried.steps.all()[0]  # as each page read it
    reword(his, by=denis, words="Measure it twice")
    tick(his, by=denis)
    told = tick(hers, by=esther)
    assert (told.words, told.done_by) == ("Measure it twice", denis)
    assert tick(third, by=esther, result="12 Mbit/s").done_by == denis
    assert Event.objects.filter(name="step.ticked").count() == 1


def test_a_step_of_a_checklist_that_was_left_is_ticked_once_it_goes_on(case, denis, esther, carried):
    step = carried.steps.first()
    leave(carried, by=denis, why="Their box is new.")
    for refused in (lambda: tick(step, by=esther), lambda: reword(step, by=esther, words="Look at it")):
        with pytest.raises(Refused, match="was left"):
            refused()
    take_up(carried, by=esther)
    assert tick(step, by=esther).done_by == esther


def test_who_only_reads_ticks_nothing(case, gaspard, denis, carried):
    step = carried.steps.first()
    for refused in (
        lambda: tick(step, by=gaspard),
        lambda: leave(carried, by=gaspard, why="x"),
        lambda: add_checklist(case, by=gaspard, name="x", steps=["y"]),
        lambda: report_lack(step, by=gaspard),
        lambda: remove_step(step, by=gaspard),
    ):
        with pytest.raises(Refused):
            refused()
    assert not Step.objects.exclude(done_at=None).exists()
