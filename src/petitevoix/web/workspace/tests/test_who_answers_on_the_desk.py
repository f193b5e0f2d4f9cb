"""Scenes S022, S023, S080, S081, S085 on the desk: held out, handed with a summary, signed as one likes."""

import pytest
from django.test import Client

from petitevoix.api.urls import urlpatterns
from petitevoix.cases.actions.assigning import assign, take
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.models import Case, Message, Offer, Summary
from petitevoix.jobs.runner import run_until_idle
from petitevoix.journal.models import Event
from petitevoix.people.models import Advisor, Pace
from petitevoix.people.pacing import agree_on_pace, propose_pace
from tests.cast import all_answered, make_advisor

EN = {"accept-language": "en"}
HTMX = {"HX-Request": "true", **EN}


def seen(client: Client, path: str) -> str:
    return client.get(path, headers=EN).content.decode()


@pytest.fixture
def base(case) -> str:
    return f"/desk/cases/{case.reference}/"


@pytest.fixture
def handed(case, denis, esther, line, base) -> Case:
    return assign(case, by=esther, advisor=denis, team=line, summary="She asks what happened. We looked at the line.")


def sent(case: Case) -> dict:
    return {"words": "It was the exchange.", **{f"mark-{mark.question}": "answered" for mark in all_answered(case)}}


def test_the_summary_is_prefilled_in_the_hand_over(client, case, base, esther):
    client.force_login(esther)
    page = seen(client, f"{base}assignment/")
    assert "Asked: What happened" in page


def test_who_receives_a_case_reads_its_summary_before_answering(desk, handed, base):
    page = seen(desk, base)
    assert "She asks what happened. We looked at the line." in page
    assert "Before you answer, read what goes with this case" in page
    stopped = desk.post(f"{base}replies/", sent(handed), headers=HTMX)
    assert stopped.status_code == 422
    assert "You have not said yet that you read the summary" in stopped.content.decode()
    assert not Message.objects.filter(voice="us").exists()
    desk.post(f"{base}summary/reading/", headers=HTMX)
    assert Summary.objects.get().read_at
    assert Event.objects.filter(name="case.summary_read").count() == 1
    assert desk.post(f"{base}replies/", sent(handed), headers=HTMX).status_code == 200
    assert "Denis has read the summary." in seen(desk, base)


def test_a_reason_lets_it_pass(desk, handed, base):
    given = {**sent(handed), "because-summary_unread": "I was in the room."}
    assert desk.post(f"{base}replies/", given, headers=HTMX).status_code == 200


def test_nobody_else_confirms_it(client, handed, base, esther):
    client.force_login(esther)
    assert "I have read it" not in seen(client, base)
    assert client.post(f"{base}summary/reading/", headers=HTMX).status_code == 422


def test_words_of_our_kitchen_do_not_go_into_it(client, case, base, esther, denis, line):
    client.force_login(esther)
    given = {"advisor": denis.pk, "team": line.pk, "summary": "Escalated to tier 2."}
    refused = client.post(f"{base}assignment/", given, headers=HTMX)
    assert refused.status_code == 422
    assert "The person reads this summary." in refused.content.decode()
    case.refresh_from_db()
    assert case.advisor is None


def test_what_is_held_out_is_taken_or_left(desk, denis, case, base):
    Offer.objects.create(case=case, advisor=denis, because="strength", word="exchanges")
    assert "it speaks of “exchanges”" in seen(desk, "/desk/offered/")
    desk.post(f"{base}offer/leaving/", headers=HTMX)
    assert "exchanges" not in seen(desk, "/desk/offered/")
    assert desk.get("/desk/offered/", headers=HTMX).content.decode().strip() == ""


def test_who_looks_into_something_is_held_out_nothing(desk, denis, case):
    Offer.objects.create(case=case, advisor=denis, because="strength", word="exchanges")
    Advisor.objects.filter(pk=denis.pk).update(presence="pause")
    assert "exchanges" not in seen(desk, "/desk/offered/")


def test_a_case_is_given_back_in_one_press_and_only_by_who_holds_it(desk, client, case, base, denis, esther):
    take(case, by=denis)
    desk.post(f"{base}giving-back/", headers=HTMX)
    case.refresh_from_db()
    assert case.advisor is None
    other = Client()
    other.force_login(esther)
    assert other.post(f"{base}giving-back/", headers=HTMX).status_code == 422


def test_each_case_is_signed_as_its_writer_likes(desk, case, base, denis, outbox):
    denis.alias = "Dan"
    denis.save()
    assert desk.post(f"{base}replies/", {**sent(case), "sign": "team"}, headers=HTMX).status_code == 200
    case.refresh_from_db()
    assert case.signing == {str(denis.pk): "team"}
    parcel = Message.objects.get(voice="us").parcel
    assert parcel.contents["signature"] == "The Line and box team"
    assert Event.objects.get(name="message.written").by == denis.actor  # inside, the owner is known
    receive(Arrival(channel="email", sender="ana@letters.example", words="Thank you. Will it hold?"), case=case)
    desk.post(f"{base}replies/", {**sent(case), "words": "It will.", "sign": "alias"}, headers=HTMX)
    assert Message.objects.filter(voice="us").last().parcel.contents["signature"] == "Dan, Line and box team"


def test_an_alias_that_was_never_given_signs_nothing(desk, case, base):
    assert desk.post(f"{base}replies/", {**sent(case), "sign": "alias"}, headers=HTMX).status_code == 422
    assert desk.post(f"{base}replies/", {**sent(case), "sign": "Eric"}, headers=HTMX).status_code == 422


def test_only_its_bearer_sets_or_changes_a_public_name(client, denis, farid, line):
    client.force_login(farid)
    given = {"name": "Eric Dampierre", "role": "advisor", "teams": [line.pk], "language": "en"}
    client.post(
        f"/desk/settings/staff/{denis.pk}/", {**given, "first_name": "Eric", "alias": "Eric", "signs_as": "alias"}
    )
    denis.refresh_from_db()
    assert denis.name == "Eric Dampierre"
    assert (denis.signed(), denis.alias, denis.signs_as) == ("Denis", "", "first")


def test_no_program_sets_a_public_name():
    assert [one for one in urlpatterns if "advisor" in str(one.pattern)] == []


def test_an_advisor_says_how_they_are_read_and_what_they_are_good_at(desk, denis):
    path = "/desk/settings/shown/"
    given = {"first_name": "Denis", "alias": "", "signs_as": "alias", "since_year": "2019", "is_introduced": "on"}
    assert desk.post(path, given).status_code == 422
    assert desk.post(path, {**given, "alias": "Dan"}).status_code == 302
    denis.refresh_from_db()
    assert (denis.signed(), denis.is_introduced, denis.is_asked_again) == ("Dan", True, False)
    desk.post(f"{path}strengths/", {"word": "Old phones"})
    assert "Old phones" in seen(desk, path)
    strength = denis.strengths.get()
    stranger = Client()
    stranger.force_login(make_advisor("Iris"))
    stranger.post(f"{path}strengths/{strength.pk}/withdrawal/")
    assert denis.strengths.exists()
    desk.post(f"{path}strengths/{strength.pk}/withdrawal/")
    assert not denis.strengths.exists()


def test_a_pace_is_read_by_the_two_it_is_between(desk, client, denis, esther, farid):
    propose_pace(denis, lead=esther, cases=17, by=esther)
    assert "17 proposed to you" in seen(desk, "/desk/settings/pace/")
    desk.post(f"/desk/settings/pace/{Pace.objects.get().pk}/agreement/")
    assert Pace.objects.get().cases == 17
    other = Client()
    other.force_login(farid)
    assert "17" not in seen(other, "/desk/settings/pace/").split("<main")[1]
    assert other.post(f"/desk/settings/pace/{Pace.objects.get().pk}/end/").status_code == 404
    other.force_login(esther)
    assert "17 open cases at once" in seen(other, "/desk/settings/pace/")


def test_nobody_sets_the_pace_of_another_alone(denis, esther):
    from petitevoix.people.refusals import Unchanged

    pace = propose_pace(denis, lead=esther, cases=3, by=esther)
    with pytest.raises(Unchanged):
        agree_on_pace(pace, by=esther)
    assert Pace.objects.get().cases is None


def test_those_who_lead_agree_on_the_turns_of_a_team(desk, client, line, esther):
    path = f"/desk/settings/turns/{line.pk}/"
    assert desk.get(path).status_code == 403
    lead = Client()
    lead.force_login(esther)
    assert lead.post(path, {"finds_owner": "fastest", "same_within_hours": "4"}).status_code == 422
    assert lead.post(path, {"finds_owner": "turn", "same_within_hours": "2"}).status_code == 302
    line.refresh_from_db()
    assert (line.finds_owner, line.same_within_hours) == ("turn", 2)


@pytest.mark.parametrize("path", ["offered/", "settings/shown/", "settings/pace/", "settings/turns/"])
def test_a_stranger_sees_none_of_it(client, db, path):
    assert client.get(f"/desk/{path}").status_code == 302


def test_wrong_methods_are_refused(desk, base):
    for path in ("summary/reading/", "giving-back/", "offer/leaving/"):
        assert desk.get(f"{base}{path}").status_code == 405
    run_until_idle()
