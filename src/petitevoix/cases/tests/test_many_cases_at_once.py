"""One act on many cases: each by the usual rules, with its progress, and taken back as one."""

from datetime import timedelta

import pytest

from petitevoix.cases.actions import bulk
from petitevoix.cases.actions.assigning import take
from petitevoix.cases.actions.clearing import clear
from petitevoix.cases.actions.closing import watch
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.actions.spamming import spam
from petitevoix.cases.models import Case, Question, Tally
from petitevoix.cases.refusals import Refused
from petitevoix.jobs.runner import run_until_idle
from petitevoix.kit import clock
from tests.cast import close, make_advisor

pytestmark = pytest.mark.django_db


@pytest.fixture
def fiona(line):
    return make_advisor("Fiona", "advisor", line)


@pytest.fixture
def many(line) -> list[Case]:
    return [
        receive(Arrival(channel="form", sender=f"p{n}@letters.example", title=f"Case {n}", words="Where is it?", team=line)).case
        for n in range(120)
    ]  # fmt: skip


def test_many_cases_are_handed_over_and_given_back_as_they_were(many, denis, fiona):
    take(many[0], by=fiona)
    done = bulk.begin("assign", [case.pk for case in many], by=denis, advisor=denis.pk)
    assert (done.state, done.reached) == ("working", 0)
    run_until_idle(["acts"])
    done.refresh_from_db()
    assert (done.state, done.reached, done.refused) == ("done", 120, [])
    assert Case.objects.filter(advisor=denis).count() == 120
    assert Tally.counts_for(denis).mine == 120
    take(many[1], by=fiona)  # somebody went on with one
    bulk.undo(done, by=denis)
    run_until_idle(["acts"])
    done.refresh_from_db()
    assert done.state == "undone"
    assert set(Case.objects.filter(advisor=fiona)) == {many[0], many[1]}
    assert Case.objects.filter(advisor=None).count() == 118


def test_what_was_closed_or_watched_is_so_again_once_a_turn_is_taken_back(many, denis, outbox):
    closed, watched = many[:2]
    close(closed, by=denis, what_it_was="A cable.", what_was_done="Changed.")
    watch(watched, by=denis, plan="We count.", until=clock.now() + timedelta(days=3))
    due = Case.objects.get(pk=watched.pk).news_due_at
    turned = bulk.begin("turn", [closed.pk, watched.pk], by=denis, state="held")
    run_until_idle(["acts"])
    assert Case.objects.filter(state="held").count() == 2
    bulk.undo(type(turned).objects.get(pk=turned.pk), by=denis)
    run_until_idle(["acts"])
    assert Case.objects.get(pk=closed.pk).state == "closed"
    assert Case.objects.get(pk=closed.pk).closures.count() == 1
    again = Case.objects.get(pk=watched.pk)
    assert (again.state, again.news_due_at) == ("watched", due)


@pytest.mark.parametrize("state", ["pending", "open"])
def test_what_lay_in_spam_lies_there_again_once_a_turn_is_taken_back(many, denis, outbox, state):
    case = spam(many[0], by=denis)
    waited, owed = many[0].waiting_since, Question.objects.filter(case=case, is_unanswered=True)
    turned = bulk.begin("turn", [case.pk], by=denis, state=state)
    run_until_idle(["acts"])
    assert Case.objects.get(pk=case.pk).state == state
    bulk.undo(type(turned).objects.get(pk=turned.pk), by=denis)
    run_until_idle(["acts"])
    assert Case.objects.get(pk=case.pk).state == "spam"
    assert not owed.exists()
    again = clear(case, by=denis)
    assert (again.state, again.waiting_since) == ("open", waited)
    assert owed.count() == 1


def test_what_a_colleague_called_spam_since_stays_there_once_a_bulk_is_taken_back(many, denis, fiona):
    put = bulk.begin("spam", [case.pk for case in many[:2]], by=denis)
    run_until_idle(["acts"])
    clear(many[0], by=fiona)
    spam(many[0], by=fiona)
    bulk.undo(type(put).objects.get(pk=put.pk), by=denis)
    run_until_idle(["acts"])
    assert [Case.objects.get(pk=case.pk).state for case in many[:2]] == ["spam", "open"]


def test_tags_and_turns_are_taken_back_to_what_each_case_had(many, denis, outbox):
    bulk.begin("tag", [case.pk for case in many[:60]], by=denis, add=["flood"])
    everywhere = bulk.begin("tag", [case.pk for case in many], by=denis, add=["flood", "north"])
    waited = {case.pk: case.waiting_since for case in many}
    rested = bulk.begin("turn", [case.pk for case in many], by=denis, state="pending")
    run_until_idle(["acts"])
    assert Case.objects.filter(state="pending").count() == 120
    assert all(len(case.tags) == 2 for case in Case.objects.all())
    bulk.undo(type(rested).objects.get(pk=rested.pk), by=denis)
    bulk.undo(type(rested).objects.get(pk=everywhere.pk), by=denis)
    run_until_idle(["acts"])
    assert {case.pk: case.waiting_since for case in Case.objects.filter(state="open")} == waited
    assert sorted({len(case.tags) for case in Case.objects.all()}) == [0, 1]


def test_what_one_case_refuses_stops_none_of_the_others(many, denis, esther, bills):
    bills.is_private = True
    bills.save()
    hidden = many[5]
    Case.objects.filter(pk=hidden.pk).update(team=bills)
    done = bulk.begin("tag", [case.pk for case in many[:10]], by=denis, add=["north"])
    run_until_idle(["acts"])
    done.refresh_from_db()
    assert len(done.before) == 9
    assert done.refused == []  # of what he may not see he learns nothing
    assert Case.objects.get(pk=hidden.pk).tags == []


def test_begun_again_it_goes_on_where_it_was(many, denis):
    done = bulk.begin("tag", [case.pk for case in many], by=denis, add=["north"])
    assert bulk._some_more(done.pk)
    done.refresh_from_db()
    assert done.reached == bulk.TOGETHER
    run_until_idle(["acts"])
    done.refresh_from_db()
    assert (done.state, len(done.before)) == ("done", 120)


def test_what_cannot_be_done_is_said_before_anything_is_begun(many, denis, gaspard, esther):
    numbers = [case.pk for case in many[:3]]
    for wrong in (
        lambda: bulk.begin("tag", numbers, by=gaspard, add=["x"]),
        lambda: bulk.begin("delete", numbers, by=denis),
        lambda: bulk.begin("tag", [], by=denis, add=["x"]),
        lambda: bulk.begin("tag", numbers, by=denis, add=[]),
        lambda: bulk.begin("assign", numbers, by=denis),
        lambda: bulk.begin("assign", numbers, by=denis, advisor=987654),
        lambda: bulk.begin("turn", numbers, by=denis, state="closed"),
        lambda: bulk.begin("tag", list(range(1, 6000)), by=denis, add=["x"]),
    ):
        with pytest.raises(Refused):
            wrong()
    done = bulk.begin("tag", numbers, by=denis, add=["x"])
    with pytest.raises(Refused):
        bulk.undo(done, by=denis)  # it is not done yet
    run_until_idle(["acts"])
    with pytest.raises(Refused):
        bulk.undo(done, by=gaspard)
