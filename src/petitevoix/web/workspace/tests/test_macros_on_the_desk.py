"""Macros on the desk: written with what they will do beside them, seen before they are done, taken back as one."""

import re

import pytest

from petitevoix.cases.actions.macros import keep_macro
from petitevoix.cases.actions.procedures import keep_procedure
from petitevoix.cases.models import BulkAct, Case, Draft, Macro, MacroRun
from petitevoix.jobs.runner import run_until_idle
from petitevoix.journal.models import Event

pytestmark = pytest.mark.django_db
HOME = "/desk/settings/macros/"
HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def _in_english(client):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"


@pytest.fixture
def base(desk, case) -> str:
    desk.get(f"/desk/cases/{case.reference}/")
    return f"/desk/cases/{case.reference}/"


@pytest.fixture
def outage(denis) -> Macro:
    return keep_macro(
        by=denis, name_fr="Panne connue", name_en="Known outage", en="Hello {first_name}.",
        acts={"hand": {"to": "me"}, "tag": {"add": ["outage"]}},
    )  # fmt: skip


def text(response) -> str:
    return response.content.decode()


def test_one_is_written_changed_put_away_and_brought_back(desk, denis, line):
    procedure = keep_procedure(by=denis, name="Dead line", steps=[{"words": "Measure"}])
    assert "No macro yet." in text(desk.get(HOME))
    typed = {
        "name_en": "Known outage", "for": f"team-{line.pk}", "to": "me", "team": line.pk, "add": "outage, street ",
        "remove": "", "state": "", "until": "", "days": "2", "wish": "fix", "whose": "ours", "note": "Of the street.",
        "procedure": procedure.pk, "fr": "Bonjour {prénom}.",
    }  # fmt: skip
    assert desk.post(HOME, typed).url == HOME
    kept = Macro.objects.get()
    assert (kept.audience, kept.team) == ("team", line)
    assert kept.acts == {
        "hand": {"to": "me", "team": line.pk}, "tag": {"add": ["outage", "street"]}, "snooze": {"days": 2},
        "wish": {"wish": "fix"}, "fault": {"whose": "ours"}, "note": {"words": "Of the street."},
        "checklist": {"procedure": procedure.pk},
    }  # fmt: skip
    page = text(desk.get(HOME))
    assert "It is tagged outage, street." in page
    assert "for Line and box, by Denis" in page
    shown = text(desk.get(f"{HOME}{kept.pk}/"))
    assert 'value="outage, street"' in shown
    assert "Bonjour Camille." in shown
    assert re.search(r'<option value="me" selected>whoever does it', shown)
    desk.post(f"{HOME}{kept.pk}/", {**typed, "name_en": "Outage", "for": "me"})
    desk.post(f"{HOME}{kept.pk}/removal/")
    assert "Bring back" in text(desk.get(HOME))
    desk.post(f"{HOME}{kept.pk}/restoration/")
    assert Macro.objects.in_use().get().name_en == "Outage"


def test_as_it_is_written_it_says_what_it_will_do(desk, denis):
    said = text(desk.post(f"{HOME}preview/", {"to": "me", "add": "outage", "en": "Hello {first_name}."}))
    assert "You take it." in said
    assert "It is tagged outage." in said
    assert "Hello Camille." in said
    assert "Only a case that waits for us can be snoozed." in text(
        desk.post(f"{HOME}preview/", {"state": "pending", "days": "1"})
    )
    assert not Macro.objects.exists()


def test_a_wrong_one_says_why_and_keeps_what_was_typed(desk):
    told = desk.post(HOME, {"name_en": "", "add": "outage"})
    assert told.status_code == 422
    assert "Give the macro a name." in text(told)
    assert 'value="outage"' in text(told)


def test_it_is_found_seen_and_done_and_taken_back_from_the_history(desk, base, case, denis, outage):
    assert "Known outage" in text(desk.get(f"{base}macros/", {"q": "outa"}, headers=HTMX))
    assert "No macro is called that." in text(desk.get(f"{base}macros/", {"q": "bill"}, headers=HTMX))
    seen = text(desk.get(f"{base}macros/{outage.pk}/", headers=HTMX))
    assert "It is tagged outage." in seen
    assert "Hello Ana." in seen
    assert Case.objects.get().advisor is None
    assert not Event.objects.filter(name="macro.run").exists()
    done = text(desk.post(f"{base}macros/{outage.pk}/", headers=HTMX))
    assert re.search(r"<textarea id=\"reply-words\"[^>]*>Hello Ana\.</textarea>", done)
    assert "Denis did the macro “Known outage”." in done
    assert done.count("can be undone for") == 1  # not each act by itself
    event = Event.objects.get(name="macro.run")
    named = done.partition('<div hx-swap-oob="innerHTML:#toast">')[2].partition("</div>")[0]
    assert 'hx-swap="outerHTML" data-behind-draft' in named  # its words leave the draft on the page, too
    back = text(desk.post(f"{base}happened/{event.pk}/undoing/", headers=HTMX))
    assert "took back all that the macro" in back
    assert ">Hello Ana.</textarea>" not in back
    assert "can be undone for" not in back
    assert Case.objects.get().advisor is None


def test_after_the_ten_seconds_the_history_still_offers_it_while_each_act_stands(desk, base, outage, settings):
    settings.UNDO_SECONDS = 0
    desk.post(f"{base}macros/{outage.pk}/")
    assert "Take back" in text(desk.get(base))
    desk.post(f"{base}tags/", {"remove": "outage"})
    assert "Take back" not in text(desk.get(base))


def test_without_a_script_it_is_a_page_with_one_button(desk, base, outage):
    assert f'href="{base}macros/"' in text(desk.get(base))
    assert "Known outage" in text(desk.get(f"{base}macros/"))
    page = text(desk.get(f"{base}macros/{outage.pk}/"))
    assert f'action="{base}macros/{outage.pk}/"' in page
    assert desk.post(f"{base}macros/{outage.pk}/").url == base
    assert MacroRun.objects.count() == 1
    assert Draft.objects.get().words == "Hello Ana."


def test_what_would_be_refused_is_said_and_cannot_be_done(desk, base, denis, esther):
    away = keep_macro(by=denis, name_en="To Esther", acts={"hand": {"to": esther.pk}})
    esther.is_active = False
    esther.save()
    seen = text(desk.get(f"{base}macros/{away.pk}/", headers=HTMX))
    assert "Refused: No such colleague answers here." in seen
    assert "Do it" not in seen
    assert desk.post(f"{base}macros/{away.pk}/", headers=HTMX).status_code == 422


def test_in_french_it_has_its_french_name(desk, base, outage, client):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "fr"
    desk.post("/desk/settings/me/", {"language": "fr"})
    assert {outage.name_fr, outage.name_en} & {"Panne connue"}
    assert "Panne connue" in text(desk.get(f"{base}macros/", headers={**HTMX, "Accept-Language": "fr"}))


def test_many_cases_at_once(desk, case, outage):
    assert "Known outage" in text(desk.get("/desk/bulk/", {"with": "macros"}, headers=HTMX))
    desk.post("/desk/bulk/", {"act": "macro", "macro": outage.pk, "cases": case.reference})
    run_until_idle(["acts"])
    done = BulkAct.objects.get()
    assert (done.act, done.state) == ("macro", "done")
    assert Case.objects.get().advisor is not None


def test_a_stranger_a_keeper_and_a_colleague_of_another_team_meet_nothing(client, case, outage, gaspard, esther, bills):
    path = f"/desk/cases/{case.reference}/macros/{outage.pk}/"
    assert client.get(path).status_code == 302
    assert client.get(HOME).status_code == 302
    client.force_login(esther)
    assert client.get(path).status_code == 404  # it is Denis's own
    assert client.get(f"{HOME}{outage.pk}/").status_code == 404
    client.force_login(gaspard)
    assert client.get(HOME).status_code == 403
    hers = keep_macro(by=esther, name_en="All", acts={"wish": {"wish": "fix"}}, audience="everyone")
    assert client.post(f"/desk/cases/{case.reference}/macros/{hers.pk}/").status_code == 422
    assert client.put(path).status_code == 405
    assert not MacroRun.objects.exists()
