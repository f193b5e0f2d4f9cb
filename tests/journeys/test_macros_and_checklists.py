"""A macro: written, seen and done by keyboard, taken back as one; and a checklist that two look at, live."""

import pytest
from playwright.sync_api import expect

from tests.house import DENIS, FIONA, House, written
from tests.windows import Windows, open_case

pytestmark = pytest.mark.browser


def test_a_macro_is_seen_before_it_is_done_and_its_checklist_is_ticked_for_all(house: House, windows: Windows):
    house.deliver(written("muette@letters.example", "Ma ligne est morte.", name="Mona Muette", subject="Ligne morte"))
    desk = windows.desk(DENIS, "/desk/settings/checklists/new/")
    desk.locator("[name=name]").fill("Ligne morte")
    desk.locator("[name=words-0]").fill("Mesurer la ligne")
    desk.locator("[name=words-1]").fill("Appeler le central")
    desk.locator("main button.primary").click()
    desk.goto("/desk/settings/macros/new/")
    desk.locator("[name=name_fr]").fill("Panne du quartier")
    desk.locator("[name=add]").fill("panne")
    desk.locator("[name=procedure]").select_option("Ligne morte")
    desk.locator("[name=fr]").press_sequentially("Bonjour {prénom}.")
    expect(desk.locator("#macro-said")).to_contain_text("Bonjour Camille.")
    desk.locator("main form.lines button.primary").click()

    desk.goto("/desk/")
    reference = open_case(desk, "Mona Muette")
    words = desk.locator("#reply-words")
    words.press_sequentially("Je regarde.")
    words.press("Escape")
    desk.keyboard.press("m")
    expect(desk.locator("#macros-asked")).to_be_focused()
    desk.keyboard.type("quart")
    expect(desk.locator("#macros .picks a")).to_have_count(1)
    desk.keyboard.press("Enter")
    expect(desk.locator("#macros .plan")).to_contain_text("Il reçoit l’étiquette panne.")
    expect(desk.locator("#do-it")).to_be_focused()
    expect(desk.locator(".checklist")).to_have_count(0)
    desk.keyboard.press("Enter")
    expect(desk.locator("#macros")).to_be_hidden()
    expect(words).to_have_value("Je regarde.\n\nBonjour Mona.")
    expect(desk.locator("#person .tags")).to_contain_text("panne")

    other = windows.desk(FIONA, f"/desk/cases/{reference}/")
    tick = desk.locator(".tick").first
    expect(other.locator(".tick").first).to_have_attribute("aria-checked", "false")
    desk.locator("#thread .event .undo button").last.click()  # for ten seconds, and as long as it stands
    expect(words).to_have_value("Je regarde.")
    expect(desk.locator(".checklist")).to_have_count(0)
    expect(other.locator(".checklist")).to_have_count(0)

    desk.locator(".ways .to-person").click()
    desk.locator("#add-checklist > summary").click()
    desk.locator("#add-procedure ~ button").click()
    tick.focus()
    tick.press("Space")
    expect(tick).to_have_attribute("aria-checked", "true")
    expect(tick).to_be_focused()
    expect(other.locator(".tick").first).to_have_attribute("aria-checked", "true")

    plain = windows.desk(DENIS, f"/desk/cases/{reference}/", script=False)
    plain.locator("#macros-open").click()
    plain.get_by_role("link", name="Panne du quartier").click()
    plain.locator("#do-it").click()
    expect(plain.locator("#reply-words")).to_have_value("Je regarde.\n\nBonjour Mona.")
