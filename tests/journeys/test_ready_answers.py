"""A ready answer: kept, then taken over into a reply by keyboard, by a press on a phone, and without a script."""

import pytest
from playwright.sync_api import expect

from tests.house import DENIS, House, eventually, written
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
    expect(options.first).to_be_visible()
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


def test_the_list_covers_nothing_of_what_is_written_and_moves_nothing(house: House, windows: Windows):
    house.deliver(written("rosa.ligne@letters.example", "Où va ma ligne ?", name="Rosa Ligne", subject="Ma ligne"))
    desk = windows.desk(DENIS, "/desk/settings/ready-answers/")
    desk.locator("#name-new").fill("Rosier")
    desk.locator("#fr-new").fill("Bonjour {first_name}.")
    desk.locator("#new-answer ~ form button").click()
    expect(desk.locator("main .rows")).to_contain_text("Rosier")
    desk.goto("/desk/")
    open_case(desk, "Rosa Ligne")
    words, saved = desk.locator("#reply-words"), desk.locator("#reply-form .saved")
    words.press_sequentially("Voyons. ")
    expect(saved).to_contain_text("enregistré")
    field = words.bounding_box()
    words.press_sequentially("::rosi")
    expect(desk.locator("#ready-said")).to_have_text("1 réponse prête")
    for _moment in ("not saved yet", "saved"):
        over = desk.locator("#ready-list").bounding_box()
        assert words.bounding_box() == field
        assert over["y"] + over["height"] <= field["y"]
        expect(saved).to_contain_text("enregistré")
    desk.set_viewport_size({"width": 1280, "height": 900})
    desk.locator("#findings").evaluate("(line) => { line.style.minBlockSize = '5rem'; }")  # whatever else may move it

    def over_it() -> bool:
        over, below = desk.locator("#ready-list").bounding_box(), words.bounding_box()
        return 0 <= below["y"] - over["y"] - over["height"] < 8

    eventually(over_it)
