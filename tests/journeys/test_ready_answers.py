"""A ready answer: kept, then taken over into a reply by keyboard, by a press on a phone, and without a script."""

import pytest
from playwright.sync_api import expect

from tests.house import DENIS, House, written
from tests.windows import Windows, open_case

pytestmark = pytest.mark.browser


def test_it_is_taken_over_by_keyboard_by_a_press_and_without_a_script(house: House, windows: Windows):
    house.deliver(written("paula@letters.example", "Ma ligne est lente ?", name="Paula Lente", subject="Ligne lente"))
    desk = windows.desk(DENIS, "/desk/settings/ready-answers/")
    for name, words in (("Ligne lente", "Bonjour {first_name}, rallumez {appareil}."), ("Lignes de bus", "Non.")):
        desk.locator("#name-new").fill(name)
        desk.locator("#fr-new").fill(words)
        desk.locator("#new-answer ~ form button").click()
        expect(desk.locator("main .rows")).to_contain_text(name)

    desk.goto("/desk/")
    reference = open_case(desk, "Paula Lente")
    words, options = desk.locator("#reply-words"), desk.locator("#ready-list [role=option]")
    words.press_sequentially("Voyons. ::lig")
    expect(options).to_have_count(2)
    expect(desk.locator("#ready-said")).to_have_text("2 réponses prêtes")
    words.press("ArrowDown")
    expect(words).to_have_attribute("aria-activedescendant", "ready-1")
    words.press("ArrowUp")
    words.press("Enter")
    expect(words).to_have_value("Voyons. Bonjour Paula, rallumez {appareil}.")
    assert words.evaluate("(area) => area.value.slice(area.selectionStart, area.selectionEnd)") == "{appareil}"
    expect(desk.locator("#findings")).to_contain_text("à remplir")
    words.fill("")
    words.press_sequentially("::")
    expect(options).to_have_count(2)
    words.press("Escape")
    expect(options).to_have_count(0)
    expect(words).to_be_focused()
    words.fill("")

    phone = windows.desk(DENIS, f"/desk/cases/{reference}/", phone=True)
    phone.locator("#reply-words").fill("")
    phone.locator("[data-ready]").click()
    option = phone.locator("#ready-list [role=option]", has_text="bus")
    expect(option).to_be_in_viewport(ratio=1)
    option.click()
    expect(phone.locator("#reply-words")).to_have_value("Non.")

    plain = windows.desk(DENIS, f"/desk/cases/{reference}/", script=False)
    plain.locator("#reply-words").fill("Voyons.")
    plain.locator("[data-ready]").click()
    plain.locator("#answer").select_option("Lignes de bus")
    plain.locator("main button.primary").click()
    expect(plain.locator("#reply-words")).to_have_value("Voyons.\n\nNon.")
