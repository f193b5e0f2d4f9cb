"""Everything at hand: the palette, the case beside, tabs, and what was done undone, without a mouse and nothing looked at unrecorded."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.house import DENIS, FIONA, House, eventually, written
from tests.windows import Windows, open_case, reply_with, row_of

pytestmark = pytest.mark.browser
COUNT = """
from petitevoix.config.cli.main import use_django
use_django()
from petitevoix.cases.models import Case
from petitevoix.vault.models import Entry
case = Case.objects.get(reference="{reference}")
print(Entry.objects.filter(name="case.opened", what=f"case:{{case.pk}}").count())
"""


def letter(house: House, name: str, words: str, subject: str) -> None:
    address = f"{name.lower().replace(' ', '.')}@letters.example"
    house.deliver(written(address, words, name=name, subject=subject))


def openings(house: House, reference: str) -> int:
    """How often a case was opened, as the log has it."""
    return int(house.python(COUNT.format(reference=reference)))


def fits(page: Page) -> None:
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]})
    assert [(one["id"], one["nodes"][0]["html"]) for one in found.response["violations"]] == []


def ask(page: Page, words: str) -> None:
    """Open the palette and write into it."""
    page.keyboard.press("Control+k")
    expect(page.locator("#palette-field")).to_be_focused()
    page.keyboard.type(words)


def chosen(page: Page):
    return page.locator("#palette [aria-selected=true]")


def test_the_palette_finds_acts_places_and_persons_in_either_language(house: House, windows: Windows):
    letter(house, "Lotte Amsel", "Does the lamp burn?", "The lamp")
    desk = windows.desk(DENIS)
    open_case(desk, "Lotte Amsel")
    ask(desk, "snooze")  # a page in French
    expect(chosen(desk)).to_contain_text("Mettre de côté")
    expect(chosen(desk).locator("kbd")).to_have_text("z")
    fits(desk)
    desk.keyboard.press("Enter")
    expect(desk.locator("#snooze")).to_have_attribute("open", "")
    expect(desk.locator("#snooze-why")).to_be_focused()
    desk.keyboard.press("Escape")
    ask(desk, "reglages mon compte")  # without its accents
    expect(chosen(desk)).to_contain_text("Mon compte")
    desk.keyboard.press("Escape")
    expect(desk.locator("#palette")).to_be_hidden()
    ask(desk, "lotte am")
    expect(desk.locator("#palette [role=option]", has_text="Lotte Amsel").last).to_be_visible()
    expect(desk.locator("#palette-field")).to_have_attribute("aria-activedescendant", re.compile("palette-"))
    desk.keyboard.press("Escape")
    ask(desk, "prendre")
    desk.keyboard.press("Enter")
    expect(desk.locator("#head .sub")).to_contain_text("à vous")


def test_the_palette_is_a_button_on_a_phone(house: House, windows: Windows):
    phone = windows.desk(FIONA, phone=True)
    phone.locator(".rail .finds").tap()
    phone.locator("#palette-field").fill("outbox")
    fits(phone)
    phone.locator("#palette [role=option]").first.tap()
    phone.wait_for_url("**/desk/settings/outbox/")


def test_the_next_case_is_there_and_only_what_is_shown_was_opened(house: House, windows: Windows):
    for name, subject in (("Vera Stone", "Stone"), ("Walt Stone", "Gravel"), ("Xena Stone", "Sand")):
        letter(house, name, f"What of the {subject.lower()}?", subject)
    desk = windows.desk(FIONA, "/desk/search/?q=stone")

    def found() -> bool:
        desk.reload()
        return row_of(desk, "Stone").count() == 3

    eventually(found)
    desk.locator("#rows > li > a").first.click()
    expect(desk.locator("#title")).to_be_visible()
    first = desk.locator("#title").inner_text()
    coming = desk.locator(".beside [rel=next]")
    reference = re.search(r"PV-\w+", coming.get_attribute("href"))[0]
    eventually(
        lambda: desk.evaluate("performance.getEntriesByType('resource').some((one) => one.name.includes('/ahead/'))")
    )
    desk.wait_for_timeout(500)
    assert openings(house, reference) == 0
    asked: list[str] = []
    desk.on("request", lambda request: asked.append(f"{request.method} {request.url}"))
    desk.keyboard.press("j")
    expect(desk.locator("#title")).not_to_have_text(first)
    expect(desk).to_have_url(re.compile(f"{reference}.*in=search"))
    expect(desk.locator("#title")).to_be_focused()
    assert asked[0].endswith(f"{reference}/opening/")
    assert not any(f"GET {house.url}/desk/cases/{reference}/?" in one for one in asked)
    assert openings(house, reference) == 1
    expect(desk.locator("#tabs [aria-current]")).to_contain_text("Stone")
    fits(desk)
    desk.keyboard.press("k")
    expect(desk.locator("#title")).to_have_text(first)
    desk.go_back()
    expect(desk.locator("#title")).not_to_have_text(first)


def test_tabs_stay_on_another_machine_and_close_and_come_back(house: House, windows: Windows):
    letter(house, "Yann Tabard", "Le tabouret est-il prêt ?", "Le tabouret")
    desk = windows.desk(DENIS)
    reference = open_case(desk, "Yann Tabard")
    desk.locator("#reply-words").fill("Il est presque")
    expect(desk.locator("#tabs [aria-current] .begun")).to_be_attached()
    expect(desk.locator("#reply-form .saved")).to_contain_text("enregistré")
    other = windows.desk(DENIS)
    tab = other.locator(f"#tab-{reference}")
    expect(tab).to_contain_text("Yann Tabard")
    expect(tab.locator(".begun")).to_be_visible()
    desk.keyboard.press("Escape")
    desk.keyboard.press("w")
    expect(desk.locator(f"#tab-{reference}")).to_have_count(0)
    expect(desk.locator("#toast")).to_contain_text("fermé")
    expect(desk.locator("#said")).to_contain_text("fermé")
    desk.keyboard.press("u")
    expect(desk.locator(f"#tab-{reference}")).to_be_visible()


def test_an_act_is_undone_by_a_key_and_takes_no_focus(house: House, windows: Windows):
    letter(house, "Zita Undine", "Is it undone?", "Undone")
    desk = windows.desk(FIONA)
    open_case(desk, "Zita Undine")
    desk.locator("#title").focus()
    desk.keyboard.press("t")
    expect(desk.locator("#toast .did")).to_have_text("Fiona Ward took the case.")
    expect(desk.locator("#title")).to_be_focused()
    desk.keyboard.press("u")
    expect(desk.locator("#head .sub")).to_contain_text("nobody’s yet")
    desk.keyboard.press("t")
    expect(desk.locator("#toast .did")).to_be_visible()
    fits(desk)  # behind it all: it may take longer than the undo is offered


def test_following_is_said_as_it_is_and_the_undo_key_does_what_is_named(house: House, windows: Windows):
    letter(house, "Wanda Follow", "Is it followed?", "Followed")
    desk = windows.desk(FIONA)
    open_case(desk, "Wanda Follow")
    desk.locator("#title").focus()
    desk.keyboard.press("t")
    expect(desk.locator("#toast .did")).to_have_text("Fiona Ward took the case.")
    for said in ("You follow this case.", "You follow this case no more."):
        desk.keyboard.press("f")
        expect(desk.locator("#said")).to_have_text(said)
        expect(desk.locator(".htmx-settling, .htmx-request")).to_have_count(0)
    expect(desk.locator("#toast .did")).to_have_text("Fiona Ward took the case.")
    desk.keyboard.press("u")
    expect(desk.locator("#head .sub")).to_contain_text("nobody’s yet")
    expect(desk.locator("#toast .did")).not_to_have_text("Fiona Ward took the case.")


def test_an_answer_leads_to_the_list_and_is_taken_back_from_there(house: House, windows: Windows):
    letter(house, "Abel Onward", "Where to now?", "Onward")
    desk = windows.desk(FIONA, "/desk/settings/me/")
    desk.locator("[name=afterwards]").select_option("list")
    desk.locator("form[action$='/onward/'] button").click()
    try:
        desk.goto("/desk/")
        open_case(desk, "Abel Onward")
        reply_with(desk, "Home.")
        desk.wait_for_url("**/desk/?told=*")
        desk.keyboard.press("u")
        desk.wait_for_url("**/desk/cases/**")
        expect(desk.locator("#reply-words")).to_have_value("Home.")
    finally:
        desk.goto("/desk/settings/me/")
        desk.locator("[name=afterwards]").select_option("stay")
        desk.locator("form[action$='/onward/'] button").click()


def test_a_first_visit_is_one_request_and_the_next_has_all_it_needs(house: House, windows: Windows):
    page = windows.desk(DENIS)
    page.context.clear_cookies(name="pv_files")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/desk/", wait_until="domcontentloaded")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    assert not [one for one in asked[: asked.index(page.url) + 1] if "/static/" in one]
    kept = "performance.getEntriesByType('resource').filter((one) => one.name.includes('/static/')).length > 8"
    eventually(lambda: page.evaluate(kept))
    page.goto("/desk/mine/")
    loaded = page.evaluate(
        "performance.getEntriesByType('resource').filter((one) => /static/.test(one.name) && one.transferSize > 300).length"
    )
    assert loaded == 0


@pytest.mark.parametrize("shift", [False, True])
def test_keys_are_what_is_typed_whatever_the_keyboard(house: House, windows: Windows, shift):
    """On AZERTY `/`, `?` and `.` take Shift; elsewhere some do not."""
    desk = windows.desk(FIONA)
    press = "(key) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey: SHIFT, bubbles: true, cancelable: true }))"
    press = press.replace("SHIFT", "true" if shift else "false")
    desk.evaluate(press, "/")
    expect(desk.locator("#seek")).to_be_focused()
    desk.locator("#main").focus()
    desk.evaluate(press, "?")
    expect(desk.locator("#keys")).to_be_visible()


def test_the_sheet_of_keys_opens_at_its_top_and_gives_the_focus_back(house: House, windows: Windows):
    desk = windows.desk(FIONA)
    desk.set_viewport_size({"width": 1280, "height": 500})  # less than the sheet
    desk.locator("#main").focus()
    desk.keyboard.press("?")
    expect(desk.locator("#keys-name")).to_be_in_viewport(ratio=1)
    expect(desk.locator("#keys-name")).to_be_focused()
    desk.keyboard.press("End")
    expect(desk.locator("#keys button")).to_be_in_viewport(ratio=1)
    desk.keyboard.press("Escape")
    expect(desk.locator("#main")).to_be_focused()
    desk.locator(".rail [data-opens=keys]").click()
    expect(desk.locator("#keys-name")).to_be_in_viewport(ratio=1)
    desk.keyboard.press("Tab")
    desk.keyboard.press("Enter")
    expect(desk.locator(".rail [data-opens=keys]")).to_be_focused()


def test_it_holds_at_twice_the_size_and_in_forced_colours(house: House, windows: Windows):
    desk = windows.desk(FIONA)
    desk.set_viewport_size({"width": 640, "height": 400})  # a window of 1280 by 800 at 200 %
    desk.emulate_media(forced_colors="active", contrast="more", reduced_motion="reduce")
    assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")
    desk.locator("[data-palette]").first.click()
    expect(desk.locator("#palette-options")).to_be_visible()
    box = desk.locator("#palette").bounding_box()
    assert box["x"] >= 0
    assert box["y"] + box["height"] <= 400
    fits(desk)
