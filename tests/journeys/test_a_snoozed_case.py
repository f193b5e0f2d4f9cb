"""What one does at the head of a case: it is set aside and woken by a key; an act that is refused keeps what was typed."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from petitevoix.kit import clock
from tests.house import DENIS, FIONA, House, written
from tests.windows import Windows, open_case, row_of

pytestmark = pytest.mark.browser


def test_it_is_set_aside_and_woken_by_keyboard(house: House, windows: Windows):
    house.deliver(written("vera.mars@letters.example", "Le colis est-il parti ?", name="Vera Mars", subject="Colis"))
    desk, today = windows.desk(DENIS), windows.desk(DENIS)
    open_case(desk, "Vera Mars")
    desk.locator("#title").focus()
    desk.keyboard.press("z")
    expect(desk.locator("#snooze")).to_have_attribute("open", "")
    expect(desk.locator("#snooze button").first).to_be_focused()
    desk.keyboard.press("Enter")
    expect(desk.locator("#wake")).to_be_visible()
    expect(desk.locator("#head")).to_contain_text("mis de côté par Denis")
    expect(row_of(today, "Vera Mars")).to_have_count(0)
    aside = windows.desk(DENIS, "/desk/snoozed/", phone=True)
    expect(row_of(aside, "Vera Mars")).to_contain_text("de retour")
    assert aside.evaluate("document.documentElement.scrollWidth <= innerWidth")
    desk.keyboard.press("z")
    expect(desk.locator("#snooze")).to_be_visible()
    expect(row_of(today, "Vera Mars")).to_have_count(1)


def test_an_act_that_is_refused_keeps_what_was_typed_and_its_refusal_goes_once_it_is_put_right(
    house: House, windows: Windows
):
    house.deliver(written("ulla.eye@letters.example", "The line hums.", name="Ulla Eye", subject="It hums"))
    reference = open_case(windows.desk(FIONA), "Ulla Eye")
    desk = windows.desk(FIONA, f"/desk/cases/{reference}/", phone=True)
    desk.locator("#turn > summary").click()
    desk.locator("#watching summary").click()
    desk.locator("#plan").fill("We listen to it each night.")
    assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth")
    desk.locator("#until").fill("2020-01-01")
    desk.locator("#watching button.primary").click()
    expect(desk.locator("#watching #stopped")).to_contain_text("already past")
    expect(desk.locator("#stopped")).to_be_focused()
    expect(desk.locator("#plan")).to_have_value("We listen to it each night.")
    desk.locator("#until").fill((clock.now().date() + timedelta(days=3)).isoformat())
    desk.locator("#watching button.primary").click()
    expect(desk.locator("#head .sub")).to_contain_text("under observation")
    expect(desk.locator("#stopped")).to_have_count(0)
