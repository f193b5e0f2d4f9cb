"""Views: questions about cases that somebody keeps; each condition asks what it says, and hides nothing it should."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from petitevoix.cases.actions.describing import describe
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.actions.tagging import tag
from petitevoix.cases.actions.viewing import count_views, counts_shown, in_order, keep_view, put_away, views_before
from petitevoix.cases.conditions import CONDITIONS, cleaned, select
from petitevoix.cases.conditions_of_fields import conditions_of_fields
from petitevoix.cases.models import Case, Tag, View
from petitevoix.cases.refusals import Refused
from petitevoix.jobs.models import Job
from petitevoix.kit import clock
from petitevoix.people.describing import add_field, archive_field, change_field, describe_person
from petitevoix.people.models import Organisation
from tests.cast import make_advisor, reply, turn

pytestmark = pytest.mark.django_db


@pytest.fixture
def second(bruno, line) -> Case:
    """Bruno's case, opened behind Ana's."""
    return receive(Arrival(channel="form", sender=bruno.email, title="My bill", words="Is it right?", team=line)).case


@pytest.fixture
def fiona(bills):
    return make_advisor("Fiona", "advisor", bills)


def meets(case: Case, by, **conditions) -> bool:
    return select(cleaned(conditions), by).filter(pk=case.pk).exists()


def test_each_condition_asks_what_it_says(case, denis, esther):
    Case.objects.filter(pk=case.pk).update(opened_at=clock.ago(days=10), waiting_since=clock.ago(hours=30))
    case = Case.objects.get(pk=case.pk)
    assert meets(case, denis, state=["open"])
    assert not meets(case, denis, state=["pending", "held"])
    assert meets(case, denis, advisor=["none"])
    assert not meets(case, denis, advisor=["me"])
    assert meets(case, denis, waiting_over="24")
    assert not meets(case, denis, waiting_over=48)
    assert meets(case, denis, opened_before=9)
    assert not meets(case, denis, opened_within=9)
    assert meets(case, denis, person=case.person.email.upper())
    assert meets(case, denis, person="@" + case.person.email.partition("@")[2])
    assert not meets(case, denis, person="@nowhere.example")
    assert meets(case, denis, title=case.title[:6].upper())
    assert meets(case, denis, channel=[case.channel])
    assert not meets(case, denis, files=True)
    assert not meets(case, denis, late="yes")
    assert not meets(case, denis, missed="1")
    assert meets(case, denis, owed="yes") == case.questions.owed().exists()
    assert not meets(case, denis, team=["mine"]) or case.team_id
    tag(case, by=denis, add=["bill"])
    bill = str(Tag.objects.get().pk)
    assert meets(case, denis, tag=[bill], state="open")
    assert not meets(case, denis, without_tag=[bill])
    assert not meets(case, denis, tag=["0"])


def test_every_condition_takes_its_kind_of_value_and_no_other(denis):
    for key, one in CONDITIONS.items():
        good = {"several": ["1"], "number": "3", "words": "x", "yes": "yes"}[one.kind]
        list(select(cleaned({key: good}), denis))
        wrong = {"several": [{}], "number": "many", "words": ["x"], "yes": []}[one.kind]
        if one.kind == "yes":
            assert cleaned({key: wrong}) == {}
        else:
            with pytest.raises(Refused):
                cleaned({key: wrong})
    with pytest.raises(Refused):
        cleaned({"password": "x"})
    for number in ("0", "-1", "1.5", "１２", "9" * 30):
        with pytest.raises(Refused):
            cleaned({"quiet_for": number})


def test_a_view_is_of_its_owner_a_team_or_everyone(case, denis, esther, fiona, line):
    mine = keep_view(by=denis, name="Mine", audience="me", team=None, asked={"state": ["open"]})
    teams = keep_view(by=esther, name="Line", audience="team", team=line, asked={"state": ["open"]})
    all_see = keep_view(by=esther, name="All", audience="everyone", team=None, asked={"state": ["open"]})
    assert set(View.objects.visible_to(denis)) == {mine, teams, all_see}
    assert set(View.objects.visible_to(fiona)) == {all_see}
    assert set(View.objects.visible_to(esther)) >= {teams, all_see}
    assert mine not in View.objects.visible_to(esther)
    with pytest.raises(Refused):
        keep_view(by=denis, name="Taken", audience="me", team=None, asked={"state": ["open"]}, known=all_see)
    with pytest.raises(Refused):
        put_away(all_see, by=denis)
    put_away(all_see, by=esther)
    assert set(View.objects.visible_to(fiona)) == set()
    put_away(all_see, by=esther, is_away=False)
    assert set(View.objects.visible_to(fiona)) == {all_see}


@pytest.mark.parametrize(
    ("name", "asked"), [("", {"state": ["open"]}), ("All of it", {}), ("Empty", {"state": [], "title": " "})]
)
def test_a_view_has_a_name_and_asks_something(denis, name, asked):
    with pytest.raises(Refused):
        keep_view(by=denis, name=name, audience="me", team=None, asked=asked)
    assert not View.objects.exists()


def test_what_waits_comes_by_its_wait_and_the_rest_newest_first(case, second, denis):
    Case.objects.filter(pk=second.pk).update(waiting_since=clock.ago(days=3))
    waits = keep_view(by=denis, name="Waits", audience="me", team=None, asked={"state": ["open"]})
    every = keep_view(by=denis, name="All", audience="me", team=None, asked={"channel": ["email", "form"]})
    assert [one.pk for one in in_order(waits, denis)] == [second.pk, case.pk]
    assert [one.pk for one in in_order(every, denis)] == [second.pk, case.pk]


def test_views_are_counted_apart_and_again_once_something_happened(case, denis, outbox):
    view = keep_view(by=denis, name="Waits", audience="me", team=None, asked={"state": ["open"]})
    views_before(denis)
    assert counts_shown(denis) == {view.pk: None}
    assert Job.objects.filter(key="views").count() == 1
    count_views()
    assert counts_shown(denis) == {view.pk: 1}
    Job.objects.all().delete()
    clock_moved(view)
    assert counts_shown(denis) == {view.pk: 1}
    assert not Job.objects.filter(key="views").exists()  # nothing has happened since
    reply(case, by=denis, words="It is on its way.")
    turn(case, "pending", by=denis)
    assert counts_shown(denis) == {view.pk: 1}
    assert Job.objects.filter(key="views").exists()
    count_views()
    assert counts_shown(denis) == {view.pk: 0}


def test_what_happens_a_moment_after_a_count_is_counted_as_well(case, denis, outbox):
    keep_view(by=denis, name="Waits", audience="me", team=None, asked={"state": ["open"]})
    views_before(denis)
    count_views()
    Job.objects.all().delete()
    turn(case, "pending", by=denis)
    counts_shown(denis)
    soon = Job.objects.get(key="views").run_at - clock.now()
    assert timedelta(seconds=3) < soon <= timedelta(seconds=5)


def test_who_reads_does_not_queue_to_write_where_a_count_waits_already(case, denis, outbox):
    keep_view(by=denis, name="Waits", audience="me", team=None, asked={"state": ["open"]})
    views_before(denis)
    counts_shown(denis)
    with CaptureQueriesContext(connection) as asked:
        counts_shown(denis)
    assert [one["sql"] for one in asked if one["sql"].startswith("INSERT")] == []


def test_a_count_tells_nothing_of_hidden_cases(case, bills, denis, esther):
    view = keep_view(by=esther, name="Waits", audience="everyone", team=None, asked={"state": ["open"]})
    bills.is_private = True
    bills.save()
    Case.objects.filter(pk=case.pk).update(team=bills)
    for reader in (denis, esther):
        views_before(reader)
    count_views()
    assert counts_shown(esther) == {view.pk: 1}
    assert counts_shown(denis) == {view.pk: 0}
    assert list(in_order(view, denis)) == []


def clock_moved(view: View) -> None:
    view.counts.update(counted_at=clock.now() - timedelta(seconds=20))


def test_a_view_asks_for_what_the_house_writes_down(case, second, denis, farid):
    called = {"label_fr": "", "label_en": "Colour of the box"}
    field = add_field(by=farid, target="case", key="colour", kind="choice", choices=["red", "blue", "green"], **called)
    add_field(by=farid, target="person", key="isnull", label_fr="", label_en="Since", kind="number")
    describe(case, by=denis, values={"colour": "red"})
    describe(second, by=denis, values={"colour": "blue"})
    describe_person(second.person, by=denis, values={"isnull": 1998})
    assert set(select(cleaned({"case.colour": ["red", "blue"]}), denis)) == {case, second}
    assert meets(case, denis, **{"case.colour": ["red"]})
    assert not meets(second, denis, **{"case.colour": ["red"]})
    assert meets(second, denis, **{"person.isnull": "1998"})
    assert not meets(case, denis, **{"person.isnull": "1998"})
    kept = keep_view(by=denis, name="Red ones", audience="me", team=None, asked={"case.colour": ["red"]})
    change_field(
        field, by=farid, choices=["blue", "green"], **called
    )  # a word that cannot be chosen any more is still written
    assert list(in_order(kept, denis)) == [case]
    archive_field(field, by=farid)
    assert list(in_order(kept, denis)) == [case]


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"case.colour": ["pink"]}, "one of the words to choose from"),
        ({"case.weight": "heavy"}, "is a number"),
        ({"case.nothing": "x"}, "There is no condition"),
        ({"case.": "x"}, "There is no condition"),
        ({"house.colour": "red"}, "There is no condition"),
    ],
)
def test_what_no_field_can_hold_is_not_asked_of_it(case, denis, farid, asked, sentence):
    for key, kind, choices in (("colour", "choice", ["red", "blue"]), ("weight", "number", [])):
        add_field(by=farid, target="case", key=key, label_fr="", label_en=key, kind=kind, choices=choices)
    with pytest.raises(Refused, match=sentence):
        keep_view(by=denis, name="Odd", audience="me", team=None, asked=asked)
    assert not View.objects.exists()


def test_a_field_of_a_hidden_team_is_not_offered(case, denis, farid, bills):
    bills.is_private = True
    bills.save()
    add_field(by=farid, target="case", key="secret", label_fr="", label_en="Secret", kind="text", team=bills)
    assert conditions_of_fields(denis) == []
    assert [one.key for one in conditions_of_fields(farid)] == ["case.secret"]


def test_a_view_asks_for_an_organisation(case, denis):
    case.person.organisation = Organisation.objects.create(name="Mairie de Lyon")
    case.person.save()
    assert meets(case, denis, organisation="mairie de lyon")
    assert not meets(case, denis, organisation="Mairie")


@pytest.mark.parametrize(
    ("asked", "index"),
    [
        ({"state": ["open"]}, "pv_cases_waiting"),
        ({"state": ["open"], "team": ["{line}"]}, "pv_cases_team"),
        ({"state": ["open"], "advisor": ["me"]}, "pv_cases_mine"),
        ({"state": ["pending"]}, "pv_cases_state"),
    ],
)
def test_a_view_of_what_one_asks_every_day_is_read_in_the_order_of_an_index(asked, index, line, denis, case):
    asked = {key: [value.format(line=line.pk) for value in values] for key, values in asked.items()}
    cases = select(asked, denis)
    cases = cases.longest_first() if asked["state"] == ["open"] else cases.order_by("-id")
    states = ["open", "pending", *["closed"] * 8]
    since = {"open": clock.now()}
    Case.objects.bulk_create(
        Case(person=case.person, team=line, advisor=denis, state=state, waiting_since=since.get(state))
        for state in states * 60
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        if connection.vendor == "postgresql":  # so few cases it would sort: it is to do so only where it has to
            cursor.execute("SET LOCAL enable_sort = off")
    plan = cases[:50].explain()
    if connection.vendor == "postgresql":  # which of the indexes in this order is a matter of what else there is
        assert "Sort" not in plan, plan
    else:
        assert index in plan, plan
        assert "B-TREE FOR ORDER BY" not in plan
