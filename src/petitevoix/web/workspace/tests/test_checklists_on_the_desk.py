"""Checklists beside a case: offered where they fit, ticked, changed, left; their procedures on a page (S034, S037)."""

import pytest

from petitevoix.cases.actions.checklists import add_procedure
from petitevoix.cases.actions.procedures import keep_procedure
from petitevoix.cases.actions.tagging import tag
from petitevoix.cases.models import Checklist, Procedure, Snag, Step, Tag
from tests.cast import make_advisor

pytestmark = pytest.mark.django_db
HOME = "/desk/settings/checklists/"
HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def _in_english(client):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"


@pytest.fixture
def base(desk, case) -> str:
    desk.get(f"/desk/cases/{case.reference}/")
    return f"/desk/cases/{case.reference}/"


@pytest.fixture
def dead_line(denis, case) -> Procedure:
    tag(case, by=denis, add=["outage"])
    steps = [{"words": "Measure the line", "link": "https://line.test.example/"}, {"words": "Call the exchange"}]
    return keep_procedure(by=denis, name="Dead line", steps=steps, when_tag=Tag.objects.get())


def text(response) -> str:
    return response.content.decode()


def test_a_kind_of_case_is_offered_its_checklist_and_it_is_ticked_with_what_came_of_it(desk, base, case, dead_line):
    assert "Fits this case:" in text(desk.get(base))
    page = text(desk.post(f"{base}checklists/", {"procedure": dead_line.pk}, headers=HTMX))
    assert "Fits this case:" not in page
    assert 'href="https://line.test.example/"' in page
    assert "0/2" in page
    first = Step.objects.first()
    page = text(desk.post(f"{base}steps/{first.pk}/ticking/", {"done": "yes"}, headers=HTMX))
    assert 'aria-checked="true"' in page
    assert "1/2" in page
    assert "Denis ticked “Measure the line”." in page
    page = text(desk.post(f"{base}steps/{first.pk}/ticking/", {"result": "12 Mbit/s"}, headers=HTMX))
    assert "Denis, of “Measure the line”: 12 Mbit/s" in page
    desk.post(f"{base}steps/{first.pk}/ticking/", {"done": "no"})
    first.refresh_from_db()
    assert (first.done_at, first.result) == (None, "12 Mbit/s")


def test_what_is_offered_unasked_goes_for_the_shift_in_one_gesture(desk, base, dead_line):
    page = text(desk.post(f"{base}checklists/offers/", {"offers": "no"}, headers=HTMX))
    assert "Fits this case:" not in page
    assert desk.cookies["pv-no-offers"]["max-age"] == 12 * 3600
    page = text(desk.get(base))
    assert "Fits this case:" not in page
    assert ">Dead line</option>" in page  # it is there for who asks
    assert "Fits this case:" in text(desk.post(f"{base}checklists/offers/", {"offers": "yes"}, headers=HTMX))
    assert "Fits this case:" in text(desk.get(base))


def test_one_of_ones_own_is_written_put_into_order_and_taken_out_with_undo(desk, base):
    desk.post(f"{base}checklists/", {"name": "Move", "steps": "Old address\n\nNew address\r\n"})
    old, new = Step.objects.all()
    made = Checklist.objects.get()
    desk.post(f"{base}checklists/{made.pk}/steps/", {"words": "Keys"})
    desk.post(f"{base}steps/{new.pk}/place/", {"to": "up"})
    desk.post(f"{base}steps/{old.pk}/words/", {"words": "The old address"})
    assert [one.words for one in Step.objects.all()] == ["New address", "The old address", "Keys"]
    page = text(desk.post(f"{base}steps/{old.pk}/removal/", headers=HTMX))
    assert "can be undone for" in page
    page = text(desk.post(f"{base}checklists/{made.pk}/removal/", headers=HTMX))
    assert "can be undone for" in page
    assert desk.post(f"{base}steps/{new.pk}/ticking/", {"done": "yes"}).status_code == 404


def test_a_closing_says_what_is_open_and_lets_it_be(desk, base, case, denis, dead_line):
    add_procedure(case, dead_line, by=denis)
    assert "2 steps of its checklists are open still" in text(desk.get(f"{base}closure/"))


def test_leaving_takes_a_reason_which_the_procedures_page_tells_without_a_name(
    desk, base, case, denis, dead_line, esther, client
):
    made = add_procedure(case, dead_line, by=denis)
    assert desk.post(f"{base}checklists/{made.pk}/leaving/", {"why": " "}).status_code == 422
    page = text(desk.post(f"{base}checklists/{made.pk}/leaving/", {"why": "She has no box at all"}, headers=HTMX))
    assert "Left: She has no box at all" in page
    client.force_login(esther)
    page = text(client.get(f"{HOME}{dead_line.pk}/"))
    told = page[page.index("What did not fit") : page.index("Its steps")]
    assert "Left at “Measure the line”" in told
    assert "She has no box at all" in told
    assert "Denis" not in told
    assert case.reference not in told
    desk.force_login(denis)
    desk.post(f"{base}checklists/{made.pk}/resumption/")
    assert not Snag.objects.exists()


def test_a_missing_tool_is_reported_in_one_gesture_and_mended(desk, base, case, denis, dead_line, esther, client):
    made = add_procedure(case, dead_line, by=denis)
    page = text(desk.post(f"{base}steps/{made.steps.first().pk}/lack/", headers=HTMX))
    assert "Told to those who lead." in page
    client.force_login(esther)
    assert "Missing: the tool for “Measure the line”" in text(client.get(f"{HOME}{dead_line.pk}/"))
    client.post(f"{HOME}{dead_line.pk}/snags/{Snag.objects.get().pk}/")
    assert Snag.objects.get().is_mended
    client.post(f"{HOME}{dead_line.pk}/snags/{Snag.objects.get().pk}/", {"mended": "no"})
    assert not Snag.objects.get().is_mended


def test_a_procedure_is_written_changed_put_away_and_brought_back(desk, case, denis, line):
    tag(case, by=denis, add=["outage"])
    typed = {
        "name": "Dead line", "team": line.pk, "language": "en", "when_tag": Tag.objects.get().pk, "when_team": line.pk,
        "words-0": "Measure", "link-0": "https://line.test.example/", "words-2": "Call",
    }  # fmt: skip
    assert desk.post(HOME, typed).url == HOME
    kept = Procedure.objects.get()
    assert kept.steps == [{"words": "Measure", "link": "https://line.test.example/"}, {"words": "Call"}]
    assert (kept.team, kept.when_team, kept.when_tag.name, kept.language) == (line, line, "outage", "en")
    assert "Dead line" in text(desk.get(HOME))
    told = desk.post(f"{HOME}{kept.pk}/", {**typed, "link-0": "javascript:alert(1)"})
    assert told.status_code == 422
    assert "https://" in text(told)
    desk.post(f"{HOME}{kept.pk}/removal/")
    assert "Bring back" in text(desk.get(HOME))
    desk.post(f"{HOME}{kept.pk}/restoration/")
    assert Procedure.objects.in_use().exists()


def test_strangers_other_teams_and_who_only_reads_change_nothing(
    client, desk, base, case, denis, dead_line, gaspard, bills, esther
):
    made = add_procedure(case, dead_line, by=denis)
    step = made.steps.first()
    hers = keep_procedure(by=esther, name="Bills", steps=[{"words": "Look"}], team=bills)
    assert desk.get(f"{HOME}{hers.pk}/").status_code == 404
    assert desk.post(f"{base}checklists/", {"procedure": hers.pk}).status_code == 404
    client.force_login(make_advisor("Fiona"))
    assert "keep one of your own" in text(client.get(f"{HOME}{dead_line.pk}/"))
    assert client.post(f"{HOME}{dead_line.pk}/removal/").status_code == 422
    client.force_login(gaspard)
    page = text(client.get(base))
    assert "Measure the line" in page
    assert f"steps/{step.pk}/words/" not in page
    assert client.post(f"{base}steps/{step.pk}/ticking/", {"done": "yes"}).status_code == 422
    assert client.get(HOME).status_code == 403
    assert client.get(f"{base}steps/{step.pk}/ticking/").status_code == 405
    client.logout()
    assert client.post(f"{base}steps/{step.pk}/ticking/", {"done": "yes"}).status_code == 302
    step.refresh_from_db()
    assert step.done_at is None


def test_no_page_counts_steps_by_advisor(desk, base, case, denis, dead_line):
    """What is counted is how far a case is; who ticked stands with each step and is added up nowhere."""
    add_procedure(case, dead_line, by=denis)
    desk.post(f"{base}steps/{Step.objects.first().pk}/ticking/", {"done": "yes"})
    assert (
        "Denis"
        not in text(desk.get(f"{HOME}{dead_line.pk}/")).split("<main")[1].split("snags-name")[1].split("form")[0]
    )
