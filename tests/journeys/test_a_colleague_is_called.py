"""A colleague is called by `@` with the keyboard, has a letter, and answers the person from their own mail program."""

import pytest
from playwright.sync_api import expect

from tests.house import DENIS, ESTHER, House, written
from tests.windows import Windows, open_case

pytestmark = pytest.mark.browser


def test_a_colleague_is_called_by_keyboard_and_answers_by_letter(house: House, windows: Windows):
    ask = "Why did the line stop on Monday?"
    house.deliver(written("nora.quay@letters.example", ask, name="Nora Quay", subject="The line"))
    desk, hers = windows.desk(DENIS), windows.desk(ESTHER)
    before = int(hers.locator("#rail-mentions b").inner_text() or 0)  # nothing is said of nothing
    open_case(desk, "Nora Quay")
    desk.locator("#title").focus()
    desk.keyboard.press("n")
    desk.keyboard.type("Did you see it, @ésth")
    expect(desk.locator("#mention-list [role=option]")).to_have_text([ESTHER.name])
    desk.keyboard.press("Escape")
    expect(desk.locator("#mention-list")).to_have_count(0)
    expect(desk.locator("#note-words")).to_be_focused()
    for _ in range(5):
        desk.keyboard.press("Backspace")
    desk.keyboard.type("@est")
    expect(desk.locator("#mention-list [role=option]")).to_have_count(1)
    desk.keyboard.press("Tab")
    expect(desk.locator("#note-words")).to_have_value(f"Did you see it, @{ESTHER.name} ")
    desk.keyboard.press("Control+Enter")
    expect(desk.locator(".letter.note .mention")).to_have_text(f"@{ESTHER.name}")
    expect(hers.locator("#rail-mentions b")).to_have_text(str(before + 1))

    letter = house.letter_to(ESTHER.email, saying="Did you see it, @")  # others may have been called as well
    answer = written(
        ESTHER.email, "Hello Nora, the line stopped on Monday because a digger cut the cable; it is mended.", name=ESTHER.name,
        subject=f"Re: {letter['subject']}", to=str(letter["reply-to"]),
    )  # fmt: skip
    house.deliver(answer, to=letter["reply-to"].addresses[0].addr_spec, sender=ESTHER.email)
    expect(desk.locator("#thread .letter.us")).to_contain_text("a digger cut the cable")
    hers.goto(f"{house.url}/desk/mentions/")
    hers.locator("#rows a[id]").first.click()
    expect(hers.locator("#thread .mention.me")).to_have_text(f"@{ESTHER.name}")
    hers.goto(f"{house.url}/desk/")
    expect(hers.locator("#rail-mentions b")).to_have_text(str(before or ""))


def test_a_lead_is_called_as_witness_by_one_key_and_no_more_once_that_is_taken_back(house: House, windows: Windows):
    rank = "Do you know who I am? I direct this company."
    house.deliver(written("otto.crane@letters.example", rank, name="Otto Crane", subject="My line"))
    desk, hers = windows.desk(DENIS), windows.desk(ESTHER)
    before = int(hers.locator("#rail-mentions b").inner_text() or 0)
    open_case(desk, "Otto Crane")
    called = desk.locator(".letter.note .mention")
    desk.locator("#title").focus()
    desk.keyboard.press("v")
    expect(called).to_have_text(f"@{ESTHER.name}")
    desk.keyboard.press("u")
    expect(called).to_have_count(0)
    desk.locator("#title").focus()
    desk.keyboard.press("v")
    expect(called).to_have_text(f"@{ESTHER.name}")
    expect(hers.locator("#rail-mentions b")).to_have_text(str(before + 1))
