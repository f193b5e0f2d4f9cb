"""Two cases of one matter are joined, and taken apart; a third party holds a part, and its person reads so."""

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from tests.house import FIONA, House, plain, written
from tests.windows import Windows, open_case

pytestmark = pytest.mark.browser


def test_two_cases_are_joined_and_undone_while_it_says_so(house: House, windows: Windows):
    for subject in ("The meter runs backwards", "Backwards again"):
        house.deliver(written("lena@letters.example", f"{subject}.", name="Léna Ortiz", subject=subject))
    desk = windows.desk(FIONA)
    expect(desk.locator("#rows li", has_text="Léna Ortiz")).to_have_count(2)
    desk.locator("#rows li", has_text="Backwards again").locator("a").click()
    expect(desk.locator("h1")).to_have_text("Backwards again")
    second = desk.locator("main .reference").inner_text()
    desk.locator("#more-acts summary").click()
    desk.get_by_role("link", name="Join to another case").click()
    desk.get_by_role("radio", name=re.compile("The meter runs backwards")).check()
    desk.get_by_role("button", name="Join them").click()
    expect(desk.locator("h1")).to_have_text("The meter runs backwards")
    expect(desk.locator("#thread")).to_contain_text("Backwards again.")
    expect(desk.locator("#thread")).to_contain_text(f"joined the case {second} to this one")
    desk.locator("#thread .event .undo button").click()
    expect(desk.locator("#thread")).to_contain_text(f"took {second} apart again")
    expect(desk.locator("#thread .letter", has_text="Backwards again.")).to_have_count(0)
    desk.goto("/desk/")
    expect(desk.locator("#rows li", has_text="Léna Ortiz")).to_have_count(2)


def test_a_third_party_holds_a_part_and_the_person_reads_so(house: House, windows: Windows):
    house.deliver(written("mael@letters.example", "No tone on my line.", name="Maël Roux", subject="No tone"))
    desk = windows.desk(FIONA)
    open_case(desk, "Maël Roux")
    base = desk.url.split("?")[0]
    desk.locator("#more-acts summary").click()
    desk.get_by_role("link", name="Hand a part to somebody outside").click()
    desk.locator("#relay-name").fill("The network")
    desk.locator("#relay-email").fill("network@carrier.example")
    desk.locator("#relay-awaited").fill("the line test")
    desk.locator("#relay-words").fill("Please test it; he has written three times.")
    desk.locator("#relay-next").fill((date.today() + timedelta(days=5)).isoformat())  # noqa: DTZ011 (a day ahead, roughly)
    desk.get_by_role("button", name="Send and hand over").click()
    expect(desk.locator("#head .relays")).to_contain_text("With The network since")
    expect(desk.locator("#head .relays")).to_contain_text("we await: the line test; next news")
    expect(desk.locator("#head .sub")).to_contain_text("with somebody else")

    letter = house.letter_to("network@carrier.example", "Please test it")
    assert "/me/" not in plain(letter)
    first = house.letter_to("mael@letters.example", "")
    theirs = windows.window(locale="en-GB", phone=True)
    theirs.goto(re.search(r"/me/\S+", plain(first))[0])
    expect(theirs.locator("#now")).to_contain_text("The network")
    expect(theirs.locator("#now")).to_contain_text("the line test")

    desk.goto(base)
    answer = written("network@carrier.example", "Cut at km 4.", answers=letter, to=letter["Reply-To"])
    house.deliver(answer)
    expect(desk.locator("#thread")).to_contain_text("The network answered us: it is our turn.")
    expect(desk.locator("#thread .letter.note").last).to_contain_text("Cut at km 4.")
    expect(desk.locator("#head .sub")).to_contain_text("waiting for us")
    expect(theirs.locator("#now")).to_contain_text("It is our turn.")
    expect(theirs.locator("body")).not_to_contain_text("Cut at km 4.")
    desk.locator("#head .relays a").click()
    desk.locator("#relay-result").fill("The cable is mended.")
    desk.get_by_role("button", name="Close this relay").click()
    expect(desk.locator("#head .relays")).to_have_count(0)
