"""Everything works without JavaScript; and everything works without a mouse."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.house import FIONA, House, eventually, plain, written
from tests.windows import Windows, mark_all, open_case, row_of, sign_in

pytestmark = pytest.mark.browser

FOCUS = """() => {
  const element = document.activeElement, style = getComputedStyle(element);
  const drawn = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== "none"
      || getComputedStyle(element.closest(".field, .writing, label") ?? element).outlineStyle !== "none";
  const box = element.getBoundingClientRect();
  return [element.tagName, element.id, drawn, box.width > 0 && box.height > 0];
}"""


def open_once_it_waits(desk: Page, name: str) -> None:
    """Open somebody's case from a list that only changes when it is loaded again."""

    def waits() -> bool:
        desk.reload()
        return row_of(desk, name).count() == 1

    eventually(waits)
    open_case(desk, name)


def test_an_advisor_reads_and_answers_without_a_script(house: House, windows: Windows):
    house.deliver(written("mona@letters.example", "Is the shop open?", name="Mona Hart", subject="The shop"))
    desk = windows.window(locale="en-GB", script=False)
    sign_in(desk, FIONA)
    open_once_it_waits(desk, "Mona Hart")
    expect(desk.locator("#thread")).to_contain_text("Is the shop open?")
    desk.locator("#reply-words").fill("It is, until seven.")
    mark_all(desk)
    desk.get_by_role("button", name="Send to Mona").click()
    expect(desk.locator("#thread .letter.us")).to_contain_text("It is, until seven.")
    house.letter_to("mona@letters.example", "until seven")
    desk.goto(f"{desk.url}assignment/")
    desk.locator("#hand-advisor").select_option(label="Denis Moreau")
    desk.locator("#handing button.primary").click()
    expect(desk.locator("#head .sub")).to_contain_text("with Denis Moreau")


def test_what_was_typed_for_an_act_that_is_refused_stays_without_a_script(house: House, windows: Windows):
    house.deliver(written("vera.eye@letters.example", "The line hums.", name="Vera Eye", subject="It hums"))
    desk = windows.window(locale="en-GB", script=False)
    sign_in(desk, FIONA)
    open_once_it_waits(desk, "Vera Eye")
    desk.locator("#turn > summary").click()
    desk.locator("#watching summary").click()
    desk.locator("#plan").fill("We listen to it each night.")
    desk.locator("#until").fill("2020-01-01")
    desk.locator("#watching button.primary").click()
    expect(desk.locator("#stopped")).to_contain_text("already past")
    expect(desk.locator("#plan")).to_be_visible()
    expect(desk.locator("#plan")).to_have_value("We listen to it each night.")


def test_a_person_asks_and_writes_back_without_a_script(house: House, windows: Windows):
    page = windows.window(locale="fr-FR", script=False)
    page.goto("/")
    page.locator("#words").fill("Faites-vous crédit aux chats ?")
    page.locator("#email").fill("noe@lettres.example")
    while page.locator("form.asking").count():  # that was quick for a person; once more, and it leaves
        with page.expect_navigation():
            page.locator("form.asking button.primary").click()
    expect(page.locator(".next.sheet")).to_be_visible()
    letter = house.letter_to("noe@lettres.example", "/me/")
    page.goto(re.search(rf"{house.url}/me/\S+", plain(letter))[0])
    page.locator("#words").fill("Aux petits chats, disons.")
    page.locator("form.composer button.primary").click()
    expect(page.locator("#thread")).to_contain_text("Aux petits chats, disons.")


def test_an_advisor_opens_reads_answers_and_takes_back_by_the_keyboard(house: House, windows: Windows):
    house.deliver(written("olga@letters.example", "Which key opens the box?", name="Olga Reed", subject="Which key"))
    desk = windows.desk(FIONA)
    expect(row_of(desk, "Olga Reed")).to_be_visible()
    for _ in range(desk.locator("#rows li").count()):
        desk.keyboard.press("j")
        if "Olga Reed" in desk.evaluate("document.activeElement.textContent"):
            break
    assert focused(desk)[0] == "A"
    desk.keyboard.press("Enter")
    expect(desk.locator("h1")).to_have_text("Which key")
    desk.wait_for_load_state()  # its keys are there
    desk.keyboard.press("r")
    assert focused(desk)[1] == "reply-words"
    desk.keyboard.type("The ? key, of course.")
    desk.keyboard.press("Control+Enter")
    expect(desk.locator("#stopped")).to_be_visible()
    expect(desk.locator(":focus")).to_have_id(re.compile("-answered$"))  # the question that stopped it, at the hand
    focused(desk)
    desk.keyboard.press("Space")
    desk.keyboard.press("Control+Enter")
    expect(desk.locator(".letter .undo")).to_be_visible()
    expect(desk.locator("#title")).to_be_focused()
    desk.keyboard.press("u")
    expect(desk.locator("#reply-words")).to_have_value("The ? key, of course.")
    expect(desk.locator("#title")).to_be_focused()
    desk.keyboard.press("?")
    expect(desk.locator("dialog#keys")).to_be_visible()
    desk.keyboard.press("Escape")
    expect(desk.locator("dialog#keys")).not_to_be_visible()
    desk.keyboard.press("r")
    desk.keyboard.press("Control+Enter")
    house.letter_to("olga@letters.example", "of course")


def test_keys_hold_with_caps_lock_say_what_they_did_and_words_go_on_where_they_ended(house: House, windows: Windows):
    house.deliver(written("rita.moss@letters.example", "Where is the key?", name="Rita Moss", subject="Where is it"))
    desk = windows.desk(FIONA)
    open_case(desk, "Rita Moss")
    desk.wait_for_load_state()
    desk.keyboard.press("F")  # as a browser tells it with Caps Lock on: the letter is large, Shift is not held
    expect(desk.locator("#said")).to_have_text("You follow this case.")
    expect(desk.locator("#title")).to_be_focused()
    desk.keyboard.press("R")  # at once, while the page still settles: nobody is called back to the title
    desk.keyboard.type("It hangs ")
    expect(desk.locator("#reply-words")).to_have_value("It hangs ")
    expect(desk.locator("#reply-form .saved")).to_contain_text("saved")
    desk.reload()
    desk.keyboard.press("r")
    desk.keyboard.type("by the door.")
    expect(desk.locator("#reply-words")).to_have_value("It hangs by the door.")
    desk.keyboard.press("Escape")
    desk.keyboard.press("Control+k")
    desk.locator("#palette-field").fill("$& $$")
    expect(desk.locator("#palette-options")).to_contain_text("$& $$")


@pytest.mark.parametrize("place", ["the list", "a case", "the first page"])
def test_the_focus_is_always_somewhere_and_drawn(house: House, windows: Windows, place):
    if place == "the first page":
        page = windows.window(locale="en-GB")
        page.goto("/")
    else:
        name = f"Pia {place.split()[-1].title()}"
        house.deliver(written(f"pia.{name[4:].lower()}@letters.example", "Hello?", name=name, subject="Hello"))
        page = windows.desk(FIONA)
        expect(row_of(page, name)).to_be_visible()
        if place == "a case":
            open_case(page, name)
    seen = []
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        seen.append(focused(page))
    assert len(seen) >= 6


def focused(page: Page) -> list:
    """What holds the focus; it must be seen to."""
    found = page.evaluate(FOCUS)
    assert found[0] != "BODY", "the focus is lost"
    assert found[3], f"what holds the focus cannot be seen: {found}"
    assert found[2], f"the focus is not drawn on {found}"
    return found
