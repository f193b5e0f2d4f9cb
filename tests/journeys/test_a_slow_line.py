"""A slow line: what is pressed or typed while an answer is still on its way is not lost to it."""

import pytest
from playwright.sync_api import Page, expect

from tests.house import DENIS, FIONA, House, eventually, written
from tests.windows import Windows, intercept, open_case, reply_with, row_of

pytestmark = pytest.mark.browser


class Held:
    """What a page asks for, held back until it is let go."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.routes = page, []
        intercept(page, address, lambda route: self.routes.append(route))

    def wait(self) -> None:
        eventually(lambda: self.page.wait_for_timeout(30) or bool(self.routes))

    def let_go(self) -> None:
        self.wait()
        for route in self.routes:
            route.continue_()
        self.routes = []


def test_what_is_typed_while_a_reply_is_taken_back_stands_below_it(house: House, windows: Windows):
    house.deliver(written("sven@letters.example", "Where is it?", name="Sven Holm", subject="Where is it"))
    desk = windows.desk(FIONA)
    open_case(desk, "Sven Holm")
    leaving = Held(desk, "**/replies/")
    reply_with(desk, "It left.")
    expect(desk.locator("#reply-words")).not_to_be_editable()  # these words are on their way
    leaving.let_go()
    back = Held(desk, "**/withdrawal/")
    desk.locator(".letter .undo button").click()
    desk.locator("#reply-words").fill("On Monday.")
    back.let_go()
    expect(desk.locator("#reply-words")).to_have_value("It left.\n\nOn Monday.")
    expect(desk.locator("#reply-form .saved")).to_contain_text("saved")
    desk.reload()
    expect(desk.locator("#reply-words")).to_have_value("It left.\n\nOn Monday.")


def test_who_begins_to_write_while_an_act_is_on_its_way_writes_on(house: House, windows: Windows):
    house.deliver(written("vesna@letters.example", "Is it late?", name="Vesna Brook", subject="Is it late"))
    desk = windows.desk(FIONA)
    open_case(desk, "Vesna Brook")
    taken = Held(desk, "**/assignment/")
    desk.keyboard.press("t")
    taken.wait()
    desk.keyboard.press("r")
    desk.keyboard.type("This is ")
    taken.let_go()
    expect(desk.locator("#thread")).to_contain_text("took the case")
    desk.wait_for_timeout(200)  # until the page has settled, when the focus was once called back to the title
    desk.keyboard.type("not late.")  # there each of these letters would be an act
    expect(desk.locator("#reply-words")).to_have_value("This is not late.")


def test_what_is_opened_while_an_act_is_on_its_way_stays_open(house: House, windows: Windows):
    house.deliver(written("tess@letters.example", "Is it mine?", name="Tess Lowe", subject="Is it mine"))
    desk = windows.desk(DENIS)
    open_case(desk, "Tess Lowe")
    taken = Held(desk, "**/assignment/")
    desk.locator("[data-key=t]").click()
    taken.wait()
    desk.locator("#turn > summary").click()
    desk.locator("#watching > summary").click()
    desk.locator("#plan").fill("Compter les coupures.")
    taken.let_go()
    expect(desk.locator("#thread")).to_contain_text("a pris le dossier")
    expect(desk.locator("#plan")).to_be_visible()
    expect(desk.locator("#plan")).to_have_value("Compter les coupures.")
    desk.keyboard.press("Escape")
    desk.locator("#reply-words").click()
    expect(desk.locator("#head .sub")).to_contain_text("à vous")


def test_two_who_open_a_case_together_see_each_other_and_words_typed_early_are_kept(house: House, windows: Windows):
    house.deliver(written("ugo@letters.example", "Et demain ?", name="Ugo Pons", subject="Et demain"))
    early = windows.desk(FIONA)
    reference = open_case(early, "Ugo Pons")
    script, stream = Held(early, "**/composer*.js"), Held(early, "**/live/**")
    early.goto(f"/desk/cases/{reference}/", wait_until="commit")
    early.locator("#reply-words").fill("Demain aussi.")
    script.let_go()
    expect(early.locator("#reply-form .saved")).to_contain_text("saved")
    stream.wait()
    denis = windows.desk(DENIS)
    open_case(denis, "Ugo Pons")
    expect(denis.locator("#presence")).to_contain_text("Fiona Ward")
    expect(early.locator("#presence")).to_be_empty()
    stream.let_go()
    expect(early.locator("#presence")).to_contain_text("Denis Moreau", timeout=10_000)  # not at the next twenty seconds


def test_a_letter_that_comes_while_the_page_is_still_loading_is_shown(house: House, windows: Windows):
    early, denis = windows.desk(FIONA), windows.desk(DENIS)
    script = Held(early, "**/lists*.js")
    early.goto("/desk/", wait_until="commit")
    script.wait()
    house.deliver(written("una@letters.example", "Is it late?", name="Una Brill", subject="Is it late"))
    expect(row_of(denis, "Una Brill")).to_be_visible()
    early.wait_for_timeout(1000)  # whoever listens already has been told
    script.let_go()
    expect(row_of(early, "Una Brill")).to_be_visible(timeout=20_000)  # not at the next minute
