"""A case is set aside by keyboard, stands among the snoozed, and is woken again by the same key."""

import pytest
from playwright.sync_api import expect

from tests.house import DENIS, House, written
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
