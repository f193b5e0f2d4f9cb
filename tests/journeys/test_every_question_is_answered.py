"""The answer: an unmarked question stops a send, a promise stands in its register, a closing owns our fault."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.house import DENIS, FIONA, House, plain, written
from tests.windows import Windows, open_case, read_all, reply_with, row_of

pytestmark = pytest.mark.browser

# Each time something is drawn anew, another place of the page settles in the same moment, as it may on a busy day.
SETTLES_ELSEWHERE = """document.addEventListener("htmx:beforeSwap", () => setTimeout(() => {
  const target = document.querySelector("#presence");
  target.dispatchEvent(new CustomEvent("htmx:afterSettle", { bubbles: true, detail: { target } }));
}))"""
TWO = "My line went dead on Tuesday.\n\nWhat happened? Will it happen again?\n\n"


def question(page: Page, words: str):
    return page.locator("#questions [data-question]", has_text=words)


def test_an_unmarked_question_stops_the_send_is_marked_and_leaves(house: House, windows: Windows):
    house.deliver(written("tara@letters.example", TWO + "Tara", name="Tara Quill", subject="Dead line"))
    desk = windows.desk(FIONA)
    open_case(desk, "Tara Quill")
    expect(desk.locator("#owed-brief")).to_contain_text("2 questions to answer")
    desk.locator("#reply-words").fill("A digger cut the cable.")
    question(desk, "What happened?").locator("[value=answered]").check()
    desk.locator("#reply-words").press("Control+Enter")

    expect(desk.locator("#stopped")).to_be_visible()
    expect(desk.locator("#reply-words")).to_have_value("A digger cut the cable.")
    expect(question(desk, "What happened?").locator("[value=answered]")).to_be_checked()
    left = question(desk, "Will it happen again?")
    expect(left.locator(".lack")).to_be_visible()
    expect(left.locator("[value=answered]")).to_be_focused()
    # What comes meanwhile is drawn, and takes away neither why it was stopped nor where one is.
    left.evaluate(
        "one => { one.dataset.drawn = 'before'; htmx.trigger(document.body, `pv:case:${document.querySelector('main').dataset.case}`); }"
    )
    expect(desk.locator("[data-drawn=before]")).to_have_count(0)
    expect(left.locator(".lack")).to_be_visible()
    expect(left.locator("[value=answered]")).to_be_focused()
    expect(left.locator("[value=answered]")).to_have_accessible_description("waits for its answer")
    assert not house.letters_to("tara@letters.example") or "digger" not in plain(
        house.letters_to("tara@letters.example")[-1]
    )

    left.locator("[value=declined]").check()
    left.locator("[name^=reason-]").fill("the network’s owner does not say")
    left.locator("[name^=reason-]").press("Control+Enter")
    expect(desk.locator(".letter .undo")).to_be_visible()
    house.letter_to("tara@letters.example", "A digger cut the cable.")
    desk.locator("#reply-words").focus()
    desk.locator("#questions .left summary").click()
    expect(desk.locator("#questions .left")).to_contain_text("the network’s owner does not say")


def test_what_is_chosen_stays_while_questions_come_and_go(house: House, windows: Windows):
    letter = written("ulla@letters.example", TWO + "Ulla", name="Ulla Brandt", subject="Dead line")
    house.deliver(letter)
    desk, other = windows.desk(FIONA), windows.desk(DENIS)
    open_case(desk, "Ulla Brandt")
    open_case(other, "Ulla Brandt")
    desk.evaluate(SETTLES_ELSEWHERE)
    desk.locator("#reply-words").fill("It was a digger.")
    question(desk, "What happened?").locator("[value=answered]").check()
    later = question(desk, "Will it happen again?")
    later.locator("[value^='promised ']").first.check()

    house.deliver(
        written("ulla@letters.example", "And who pays for the three days?", name="Ulla Brandt", answers=letter)
    )
    expect(question(desk, "who pays")).to_be_visible()  # nobody reloaded
    expect(question(desk, "What happened?").locator("[value=answered]")).to_be_checked()
    expect(later.locator("[value^='promised ']").first).to_be_checked()

    other.locator("#reply-words").focus()
    theirs = question(other, "Will it happen again?")
    theirs.locator(".mend summary").click()
    theirs.locator(".mend [name=words]").fill("Will it break again?")
    theirs.locator(".mend .together button").click()
    mended = question(desk, "Will it break again?")
    expect(mended.locator("[value^='promised ']").first).to_be_checked()
    expect(desk.locator("#reply-words")).to_have_value("It was a digger.")

    paid = question(desk, "who pays")
    paid.locator(".mend summary").click()
    paid.locator(".mend button.link").click()
    expect(desk.locator("#questions .aside")).to_contain_text("who pays")
    desk.locator("#questions .aside button").click()
    expect(question(desk, "who pays").locator("[value=answered]")).not_to_be_checked()
    expect(question(desk, "What happened?").locator("[value=answered]")).to_be_checked()

    desk.locator(".missed summary").click()
    desk.locator("#q-missed").fill("When was it mended?")
    desk.locator("#q-missed").press("Enter")
    expect(question(desk, "When was it mended?")).to_be_visible()
    read_all(desk)
    reply_with(desk)
    expect(desk.locator(".letter .undo")).to_be_visible()
    house.letter_to("ulla@letters.example", "It was a digger.")


def test_the_answer_stays_unfolded_when_a_colleague_takes_away_what_one_was_at(house: House, windows: Windows):
    house.deliver(written("ursa@letters.example", TWO + "Ursa", name="Ursa Lindh", subject="Dead line"))
    desk, other = windows.desk(FIONA), windows.desk(DENIS)
    open_case(desk, "Ursa Lindh")
    open_case(other, "Ursa Lindh")
    desk.locator("#reply-words").fill("It was a digger.")
    question(desk, "Will it happen again?").locator(".mend summary").focus()
    other.locator("#reply-words").focus()
    theirs = question(other, "Will it happen again?")
    theirs.locator(".mend summary").click()
    theirs.locator(".mend button.link").click()
    expect(desk.locator("#questions .aside")).to_contain_text("Will it happen again?")
    expect(desk.locator(".htmx-settling, .htmx-request")).to_have_count(0)
    expect(desk.locator(".missed summary")).to_be_visible()


def test_what_the_draft_answers_ticks_itself_softly_until_the_advisor_says_otherwise(house: House, windows: Windows):
    letter = "When will my parcel arrive?\n\nCan I keep my old number?\n\nXenia"
    house.deliver(written("xenia@letters.example", letter, name="Xenia Lund", subject="My parcel"))
    desk = windows.desk(FIONA)
    open_case(desk, "Xenia Lund")
    parcel, number = question(desk, "my parcel arrive"), question(desk, "my old number")
    words = desk.locator("#reply-words")

    with desk.expect_response("**/draft/review/"):
        words.fill("Your parcel will arrive on Monday 30 November.")
    expect(parcel).to_have_attribute("data-soft", "1")
    expect(parcel.locator("[value=answered]")).to_be_checked()
    expect(parcel.locator(".seems")).to_be_visible()
    expect(number.locator("[value=answered]")).not_to_be_checked()

    with desk.expect_response("**/draft/review/"):
        parcel.locator("[data-unmark]").click()
    expect(parcel.locator("[value=answered]")).not_to_be_checked()
    with desk.expect_response("**/draft/review/") as looked:
        words.fill("Your parcel will arrive on Monday 30 November. Yes, you can keep your old number.")
    seen = looked.value.text()
    ticked = re.search(r'data-answered="([\d ]+)"', seen)
    assert ticked
    assert str(parcel.get_attribute("data-question")) in ticked[1].split()  # it would tick it again
    expect(number.locator("[value=answered]")).to_be_checked()  # drawn by the same look
    expect(parcel.locator("[value=answered]")).not_to_be_checked()


def test_an_advisors_promise_is_read_in_its_register_and_kept(house: House, windows: Windows):
    house.deliver(written("vera@letters.example", "When will my box arrive?", name="Vera Holt", subject="My box"))
    desk = windows.desk(FIONA)
    open_case(desk, "Vera Holt")
    desk.locator("#reply-words").fill("I am asking the carrier.")
    question(desk, "When will my box arrive?").locator("[value^='promised ']").first.check()
    desk.locator("#reply-words").press("Control+Enter")
    card = desk.locator("#person .promise", has_text="When will my box arrive?")
    expect(desk.locator("#thread .letter.us")).to_be_visible()
    desk.locator(".to-person").click()
    expect(card).to_be_visible()
    desk.keyboard.press("g")
    desk.keyboard.press("p")
    desk.wait_for_url("**/desk/promises/**")
    expect(row_of(desk, "Vera Holt")).to_contain_text("When will my box arrive?")
    row_of(desk, "Vera Holt").locator("a").click()
    desk.locator(".to-person").click()
    card.get_by_role("button", name="It is kept").click()
    expect(card).to_be_visible()
    expect(card).to_contain_text("kept")
    expect(card.get_by_role("button")).to_have_text(["Not kept after all: When will my box arrive?"])


def test_a_closing_owns_our_fault(house: House, windows: Windows):
    house.deliver(
        written("wanda@letters.example", "Why was I billed twice?", name="Wanda Sole", subject="Billed twice")
    )
    desk = windows.desk(FIONA)
    open_case(desk, "Wanda Sole")
    desk.locator("#closing").click()
    desk.locator("#what-it-was").fill("A run of bills was sent twice.")
    desk.locator("#what-was-done").fill("The second one is void.")
    expect(desk.locator("#acknowledgment")).to_be_hidden()
    desk.locator("#fault-ours").check()
    desk.locator("#acknowledgment").fill("That was our mistake, and we are sorry.")
    desk.locator("#closing-form button.primary").click()
    expect(desk.locator("#stopped")).to_contain_text("The fault was ours")
    expect(desk.locator("#what-it-was")).to_have_value("A run of bills was sent twice.")
    desk.locator("#repair").fill("Nothing is taken from your account.")
    desk.locator("#what-changes").fill("Each run is checked before it leaves.")
    desk.locator("#closing-form button.primary").click()
    expect(desk.locator("#closing-form .lack")).to_be_visible()
    desk.locator("#closing-form .question [value=answered]").check()
    desk.locator("#closing-form button.primary").click()
    expect(desk.locator("#head .sub")).to_contain_text("closed")
    closing = house.letter_to("wanda@letters.example", "That was our mistake")
    assert re.search(r"Each run is checked", plain(closing))


def test_who_names_another_reader_writes_on_and_is_told_before_it_leaves(house: House, windows: Windows):
    house.deliver(written("rita@letters.example", TWO + "Rita", name="Rita Vance", subject="Dead line"))
    desk = windows.desk(FIONA)
    open_case(desk, "Rita Vance")
    read_all(desk)
    reply_with(desk, "A digger cut the cable, and it is buried deeper now.")
    house.letter_to("rita@letters.example", "A digger cut the cable")
    desk.goto(desk.url)
    desk.locator("#reply-words").fill("It is mended.")
    desk.locator(".readers summary").click()
    desk.locator("#readers-also").fill("neighbour@else.example")
    desk.locator("#readers-also").press("Tab")
    expect(desk.locator("#readers")).to_contain_text("somebody we do not know yet")
    expect(desk.locator("#findings summary")).to_contain_text("does not go to the same people as the last one")
    desk.locator("#reply-words").press("End")
    desk.keyboard.type(" Both of you have a line.")
    expect(desk.locator("#reply-form .saved")).to_contain_text("saved")
    desk.goto(desk.url)  # they are kept with the draft, and recognised again
    expect(desk.locator("#readers-also")).to_have_value("neighbour@else.example")
    expect(desk.locator("#readers")).to_contain_text("somebody we do not know yet")
    expect(desk.locator("#reply-words")).to_have_value("It is mended. Both of you have a line.")
    desk.locator("#reply-words").press("Control+Enter")
    assert "Both of you" in plain(house.letter_to("neighbour@else.example", "It is mended."))
