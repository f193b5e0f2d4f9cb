"""A macro: rehearsed before anything happens, all or nothing, its words a draft; and taken back as one."""

from datetime import timedelta

import pytest
from django.utils import translation

from petitevoix.cases.actions import bulk
from petitevoix.cases.actions.assigning import take
from petitevoix.cases.actions.clearing import clear
from petitevoix.cases.actions.drafting import keep_draft
from petitevoix.cases.actions.joining import join, part
from petitevoix.cases.actions.macros import keep_macro, put_macro_away, rehearse, run, standing, take_back
from petitevoix.cases.actions.procedures import keep_procedure
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.actions.snoozing import snooze
from petitevoix.cases.actions.spamming import spam
from petitevoix.cases.actions.steps import tick
from petitevoix.cases.actions.tagging import tag
from petitevoix.cases.actions.undoing import undo
from petitevoix.cases.models import Case, Checklist, Draft, Macro, MacroRun, Message, Tag, Tally
from petitevoix.cases.refusals import Refused
from petitevoix.jobs.runner import run_until_idle
from petitevoix.journal.models import Event
from petitevoix.kit import clock
from petitevoix.people.models import Field
from petitevoix.vault import log
from tests.cast import make_advisor

pytestmark = pytest.mark.django_db


@pytest.fixture
def outage(denis, line):
    """A macro that does nearly all that one can."""
    Field.objects.create(target="case", key="street", label_en="Street", kind="text")
    procedure = keep_procedure(
        by=denis, name="Dead line", steps=[{"words": "Measure it"}, {"words": "Call the exchange"}]
    )
    return keep_macro(
        by=denis, name_fr="Panne connue", name_en="Known outage", en="Hello {first_name}, the line of your street is down.",
        acts={
            "hand": {"to": "me"}, "tag": {"add": ["outage"], "remove": ["new"]}, "fault": {"whose": "ours"},
            "wish": {"wish": "fix"}, "field": {"key": "street", "value": "Rue Haute"}, "snooze": {"days": 2},
            "checklist": {"procedure": procedure.pk}, "note": {"words": "{name} is one of the street."},
        },
    )  # fmt: skip


def stood(case) -> tuple:
    case = Case.objects.get(pk=case.pk)
    return (
        case.state, case.advisor_id, case.team_id, case.tags, case.wish, case.fault, case.fields, case.snoozed_until,
        case.waiting_since, case.messages.told().count(), case.checklists.filter(removed_at=None).count(),
    )  # fmt: skip


def test_it_is_said_beforehand_and_nothing_has_happened(case, denis, outage):
    tag(case, by=denis, add=["new"])
    before, events, told = stood(case), Event.objects.count(), Message.objects.count()
    planned = rehearse(case, outage, by=denis)
    assert planned.can_be_done
    assert planned.words == "Hello Ana, the line of your street is down."
    said = [one.says for one in planned.acts]
    assert "It is tagged outage, and no longer new." in said
    assert "“Street” becomes: Rue Haute." in said
    assert "It gets the checklist “Dead line”." in said
    assert "A note among us: Ana Ferreira is one of the street." in said
    assert "You take it." in said
    assert stood(case) == before
    assert (Event.objects.count(), Message.objects.count(), Draft.objects.count()) == (events, told, 0)
    assert Tag.objects.called("outage") is None
    assert list(log.verify()) == []


def test_all_of_it_is_done_in_one_and_its_words_wait_in_the_draft(case, denis, outage, outbox):
    keep_draft(case, by=denis, mode=Draft.Mode.REPLY, words="I looked.")
    done = run(case, outage, by=denis)
    after = Case.objects.get(pk=case.pk)
    assert (after.advisor, after.fault, after.wish, after.fields) == (denis, "ours", "fix", {"street": "Rue Haute"})
    assert after.snoozed_until > clock.now() + timedelta(days=1)
    assert [one.name for one in Tag.objects.filter(pk__in=after.tags)] == ["outage"]
    assert after.messages.last().words == "Ana Ferreira is one of the street."
    assert after.checklists.get().name == "Dead line"
    assert Draft.objects.get().words == "I looked.\n\nHello Ana, the line of your street is down."
    assert not case.messages.filter(voice=Message.Voice.US).exists()  # nothing leaves by itself
    told = Event.objects.get(name="macro.run")
    assert told.topic == case.topic
    assert told.facts["called"] == {"fr": "Panne connue", "en": "Known outage"}
    assert len(told.facts["made"]) == len(done.left)


def test_it_is_taken_back_as_one_from_the_history_too(case, denis, outage):
    tag(case, by=denis, add=["new"])
    keep_draft(case, by=denis, mode=Draft.Mode.REPLY, words="I looked.")
    before = stood(case)
    done = run(case, outage, by=denis)
    assert standing(Case.objects.get(), reader=denis) == {done.pk}
    undo(Event.objects.get(name="macro.run"), by=denis)
    assert stood(case) == before
    assert Draft.objects.get().words == "I looked."
    assert standing(Case.objects.get(), reader=denis) == set()
    assert Tally.counts_for(denis).mine == 0
    take_back(MacroRun.objects.get(), by=denis)  # twice is once
    assert Event.objects.filter(name="macro.taken_back").count() == 1


@pytest.mark.parametrize("since", ["taken", "untagged", "ticked"])
def test_where_one_act_no_longer_stands_none_is_taken_back(case, denis, outage, line, since):
    done = run(case, outage, by=denis)
    if since == "taken":
        take(Case.objects.get(), by=make_advisor("Fiona", "advisor", line))
    elif since == "untagged":
        tag(case, by=denis, remove=["outage"])
    else:
        tick(Checklist.objects.get().steps.first(), by=denis)
    now = stood(case)
    with pytest.raises(Refused, match="changed since"):
        take_back(done, by=denis)
    assert stood(case) == now
    assert standing(Case.objects.get(), reader=denis) == set()


def test_words_written_on_stay_their_writers(case, denis, outage):
    done = run(case, outage, by=denis)
    draft = Draft.objects.get()
    keep_draft(case, by=denis, mode="reply", words="Hello Ana, it is your street.", known=draft.changed_at)
    take_back(done, by=denis)
    assert Draft.objects.get().words == "Hello Ana, it is your street."


def test_where_one_act_is_refused_none_is_done_and_it_is_said_beforehand(case, denis, line):
    gone = make_advisor("Fiona", "advisor", line)
    macro = keep_macro(
        by=denis, name_en="Away", en="Hello.", acts={"tag": {"add": ["outage"]}, "hand": {"to": gone.pk}}
    )
    gone.is_active = False
    gone.save()
    before = stood(case)
    planned = rehearse(case, macro, by=denis)
    assert [(one.act, one.refused) for one in planned.acts] == [
        ("tag", ""),
        ("hand", "No such colleague answers here."),
    ]
    assert not planned.can_be_done
    with pytest.raises(Refused, match="Nothing was done"):
        run(case, macro, by=denis)
    assert stood(case) == before
    assert not Draft.objects.exists()
    assert not Event.objects.filter(name__in=["macro.run", "case.tagged"]).exists()


def test_a_turn_is_taken_back_with_the_wait_and_the_snooze_it_had(case, denis):
    snooze(case, by=denis, until=clock.now() + timedelta(days=1))
    before = stood(case)
    done = run(case, keep_macro(by=denis, name_en="Wait", acts={"turn": {"state": "pending"}}), by=denis)
    assert Case.objects.get().state == "pending"
    take_back(done, by=denis)
    assert stood(case) == before


def test_a_turn_that_took_a_case_out_of_spam_puts_it_back_there(case, denis):
    spam(case, by=denis)
    done = run(case, keep_macro(by=denis, name_en="Wait", acts={"turn": {"state": "pending"}}), by=denis)
    take_back(done, by=denis)
    assert Case.objects.get(pk=case.pk).state == "spam"
    assert clear(case, by=denis).state == "open"


def test_where_nothing_has_to_change_nothing_is_done(case, denis):
    macro = keep_macro(by=denis, name_en="Tag", acts={"tag": {"add": ["outage"]}})
    assert run(case, macro, by=denis)
    assert [one.changes for one in rehearse(case, macro, by=denis).acts] == [False]
    assert run(case, macro, by=denis) is None
    assert MacroRun.objects.count() == 1


def test_who_did_it_or_leads_takes_it_back_and_nobody_else(case, denis, esther, gaspard, line, outage):
    done = run(case, outage, by=denis)
    for other in (make_advisor("Fiona", "advisor", line), gaspard):
        with pytest.raises(Refused):
            take_back(done, by=other)
        assert standing(Case.objects.get(), reader=other) == set()
    take_back(done, by=esther)


def test_each_sees_their_own_their_teams_and_everyones(case, denis, esther, bills, line, gaspard):
    acts = {"wish": {"wish": "fix"}}
    mine = keep_macro(by=denis, name_en="Mine", acts=acts)
    keep_macro(by=denis, name_en="Line", acts=acts, audience="team", team=line)
    hers = keep_macro(by=esther, name_en="Bills", acts=acts, audience="team", team=bills)
    keep_macro(by=esther, name_fr="Pour tous", acts=acts, audience="everyone")
    names = lambda who: [str(one) for one in Macro.objects.visible_to(who)]
    assert names(denis) == ["Line", "Mine", "Pour tous"]
    assert names(esther) == ["Bills", "Line", "Pour tous"]
    assert [str(one) for one in Macro.objects.visible_to(denis).called("tou")] == ["Pour tous"]
    for refused in (
        lambda: run(case, hers, by=denis),
        lambda: rehearse(case, hers, by=denis),
        lambda: keep_macro(by=denis, name_en="x", acts=acts, known=hers),
        lambda: keep_macro(by=esther, name_en="x", acts=acts, known=mine),
        lambda: keep_macro(by=denis, name_en="x", acts=acts, audience="team", team=bills),
        lambda: keep_macro(by=gaspard, name_en="x", acts=acts),
        lambda: rehearse(case, mine, by=gaspard),
    ):
        with pytest.raises(Refused):
            refused()
    put_macro_away(mine, by=denis)
    with pytest.raises(Refused):
        run(case, mine, by=denis)
    put_macro_away(mine, by=denis, is_away=False)
    run(case, mine, by=denis)


@pytest.mark.parametrize(
    "acts",
    [
        {}, {"send": {}}, {"turn": {"state": "closed"}}, {"hand": {"to": 99999}}, {"hand": {"team": 99999}},
        {"wish": {"wish": "money"}}, {"field": {"key": "nothing", "value": 1}}, {"checklist": {"procedure": 99999}},
        {"snooze": {"days": 900}}, {"snooze": {"until": "never"}}, {"tag": {"add": [" "]}},
        {"snooze": {"days": 1}, "turn": {"state": "pending"}},
    ],
)  # fmt: skip
def test_what_cannot_be_kept_is_one_sentence(denis, acts):
    with pytest.raises(Refused):
        keep_macro(by=denis, name_en="Wrong", acts=acts)
    assert not Macro.objects.exists()


def test_its_acts_are_done_in_many_cases_and_taken_back_as_one(denis, line, outage):
    many = [
        receive(Arrival(channel="form", sender=f"p{n}@letters.example", words="Where is it?", team=line)).case
        for n in range(5)
    ]
    done = bulk.begin("macro", [one.pk for one in many], by=denis, macro=outage.pk)
    run_until_idle(["acts"])
    done.refresh_from_db()
    assert (done.state, done.refused, len(done.before)) == ("done", [], 5)
    assert Case.objects.filter(advisor=denis, fault="ours").count() == 5
    assert not Draft.objects.exists()
    tag(many[0], by=denis, remove=["outage"])
    bulk.undo(done, by=denis)
    run_until_idle(["acts"])
    assert Case.objects.filter(advisor=None, fault="").count() == 4
    with pytest.raises(Refused, match="only has words"):
        bulk.begin("macro", [many[0].pk], by=denis, macro=keep_macro(by=denis, name_en="W", en="Hi.", acts={}).pk)


def test_a_checklist_goes_along_where_its_case_is_joined(case, denis, outage, line):
    other = receive(Arrival(channel="form", sender="ana@letters.example", words="And now?", team=line)).case
    run(other, outage, by=denis)
    joined = join(other, into=case, by=denis)
    assert case.checklists.get().name == "Dead line"
    part(joined, by=denis)
    assert other.checklists.get().name == "Dead line"


@pytest.mark.parametrize(
    ("kind", "value", "french"),
    [("number", 1234.5, "1\u202f234,5"), ("date", "2028-02-29", "29 février 2028"), ("yes-no", True, "oui")],
)
def test_a_rehearsal_says_values_as_people_write_them(case, denis, kind, value, french):
    Field.objects.create(target="case", key="floor", label_fr="Étage", kind=kind)
    macro = keep_macro(by=denis, name_en="Floor", acts={"field": {"key": "floor", "value": value}})
    with translation.override("fr"):
        said = [planned.says for planned in rehearse(case, macro, by=denis).acts]
    assert said == [f"«\u00a0Étage\u00a0» devient\u00a0: {french}."]
