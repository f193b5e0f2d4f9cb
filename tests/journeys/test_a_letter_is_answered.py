"""A person writes by e-mail; an advisor answers from the workspace; it stays one case to both."""

import re

import pytest
from playwright.sync_api import expect

from tests.house import DENIS, FIONA, HELP, House, eventually, plain, written
from tests.windows import Windows, close_case, intercept, open_case, reply_with, row_of, sign_in

pytestmark = pytest.mark.browser


def test_a_letter_shows_at_once_its_answer_leaves_and_what_comes_back_is_the_same_case(house: House, windows: Windows):
    desk = windows.desk(DENIS)
    expect(desk.locator("h1")).to_have_text("Nous attendent")
    letter = written(
        "ana.ferreira@letters.example", "My line went dead on Tuesday and came back.\n\nWhat happened?\n\nAna",
        name="Ana Ferreira", subject="What happened to my line?",
    )  # fmt: skip
    house.deliver(letter)
    expect(row_of(desk, "Ana Ferreira")).to_be_visible()  # nobody reloaded

    reference = open_case(desk, "Ana Ferreira")
    expect(desk.locator("h1")).to_have_text("What happened to my line?")
    assert desk.title().startswith("What happened to my line?")
    expect(desk.locator("#person-name")).to_have_text("Ana Ferreira")
    size = "element => parseFloat(getComputedStyle(element).fontSize)"
    assert desk.locator("main .reference").evaluate(size) < desk.locator("h1").evaluate(size)

    reply_with(desk, "A digger cut the cable. **It is mended** since Tuesday, ten o’clock.")
    expect(desk.locator(".letter .undo")).to_be_visible()
    assert not [one for one in house.letters_to("ana.ferreira@letters.example") if "digger" in plain(one)]

    answer = house.letter_to("ana.ferreira@letters.example", "A digger cut the cable.")
    local, domain = HELP.split("@")
    assert re.search(rf"{local}\+[a-z0-9-]+@{domain}", answer["Reply-To"])
    assert reference.removeprefix("PV-").lower() in answer["Reply-To"].lower()
    assert answer["Message-ID"] != letter["Message-ID"]
    assert answer["References"].split()[0] == letter["Message-ID"]
    assert answer["Content-Language"] == "en"
    assert {part.get_content_type() for part in answer.walk()} >= {"text/plain", "text/html"}
    assert "<strong>It is mended</strong>" in answer.get_body(("html",)).get_content()
    assert "simply answer this letter" in plain(answer)
    expect(desk.locator(".letter.us header")).to_contain_text("partie")

    house.deliver(
        written(
            "ana.ferreira@letters.example", "Thank you! Will it happen again?", name="Ana Ferreira", answers=answer,
            to=answer["Reply-To"],
        )
    )  # fmt: skip
    expect(desk.locator("#thread .letter.person").last).to_contain_text("Will it happen again?")
    expect(desk.locator("main .reference")).to_have_text(reference)
    desk.goto("/desk/")
    expect(row_of(desk, "Ana Ferreira")).to_have_count(1)
    expect(row_of(desk, "Ana Ferreira")).to_contain_text("Will it happen again?")


def test_a_reply_taken_back_in_time_never_leaves_and_its_words_are_there_again(house: House, windows: Windows):
    house.deliver(written("basile@letters.example", "Où en est ma box ?", name="Basile Roy", subject="Ma box"))
    desk = windows.desk(DENIS)
    open_case(desk, "Basile Roy")
    state = desk.locator("#head .sub span").first.inner_text()
    reply_with(desk, "Elle part demain. Enfin, je crois.")
    desk.locator(".letter .undo button").click()
    expect(desk.locator("#reply-words")).to_have_value("Elle part demain. Enfin, je crois.")
    expect(desk.locator("#thread")).to_contain_text("a repris une réponse avant qu’elle ne parte")
    expect(desk.locator("#thread .letter.us")).to_have_count(0)
    expect(desk.locator("#head .sub span").first).to_have_text(state)
    reply_with(desk, "Elle est partie ce matin.")
    house.letter_to("basile@letters.example", "partie ce matin")
    assert not [one for one in house.letters_to("basile@letters.example") if "je crois" in plain(one)]


def test_a_letter_that_comes_while_a_reply_is_taken_back_takes_nothing_from_the_page(house: House, windows: Windows):
    letter = written("berthe@letters.example", "Where is it?", name="Berthe Roy", subject="Where is it")
    house.deliver(letter)
    desk = windows.desk(FIONA)
    open_case(desk, "Berthe Roy")
    desk.locator("[data-key=t]").click()
    expect(desk.locator("#head .sub")).to_contain_text("yours")
    reply_with(desk, "It left.")
    expect(desk.locator("#head .sub")).to_contain_text("waiting for the person")
    held = []
    intercept(desk, "**/withdrawal/", lambda route: held.append((route, route.fetch())))  # a slow line
    read_again = re.compile(r"/desk/cases/PV-\w+/$")
    with desk.expect_response(read_again):  # the page hears that the reply is taken back before it is told so
        desk.locator(".letter .undo button").click()
    with desk.expect_response(read_again):
        house.deliver(written("berthe@letters.example", "And where is it now?", name="Berthe Roy", answers=letter))
    eventually(lambda: desk.wait_for_timeout(30) or bool(held))
    ((route, answer),) = held
    route.fulfill(response=answer)
    expect(desk.locator("#reply-words")).to_have_value("It left.")
    expect(desk.locator("#thread .letter.us")).to_have_count(0)
    expect(desk.locator("#thread")).to_contain_text("And where is it now?")
    expect(desk.locator("#head .sub")).to_contain_text("waiting for us")


def test_a_reply_is_stopped_over_what_arrived_meanwhile_and_the_words_stay(house: House, windows: Windows):
    letter = written("carole@letters.example", "My bill has doubled. Why?", name="Carole Dunn", subject="My bill")
    house.deliver(letter)
    desk = windows.desk(FIONA)
    open_case(desk, "Carole Dunn")
    desk.locator("#reply-words").fill("It counts two months.")
    # This page looks away: it hears nothing, as a laptop that just woke up.
    desk.route("**/live/**", lambda route: route.abort())
    desk.evaluate("document.querySelector('#thread').removeAttribute('hx-trigger'); htmx.process(document.body)")
    seen = desk.locator("[data-seen]").first.input_value()
    house.deliver(
        written("carole@letters.example", "Forget it, I counted wrong: it tripled.", name="Carole Dunn", answers=letter)
    )
    other = windows.desk(DENIS)
    open_case(other, "Carole Dunn")
    expect(other.locator("#thread")).to_contain_text("it tripled")
    desk.evaluate(f"for (const field of document.querySelectorAll('[data-seen]')) field.value = {seen}")
    reply_with(desk)
    expect(desk.locator("#stopped")).to_contain_text("Something arrived while you were writing")
    expect(desk.locator("#stopped .arrived")).to_contain_text("it tripled")
    expect(desk.locator("#reply-words")).to_have_value("It counts two months.")
    reply_with(desk, "It counts three months.")
    house.letter_to("carole@letters.example", "three months")
    assert not [one for one in house.letters_to("carole@letters.example") if "two months" in plain(one)]


def test_a_case_closes_with_words_and_opens_again_as_itself(house: House, windows: Windows):
    house.deliver(
        written("dora@letters.example", "The letters on my screen dance.", name="Dora Lind", subject="They dance")
    )
    desk = windows.desk(FIONA)
    reference = open_case(desk, "Dora Lind")
    close_case(desk, "A loose cable.", "We sent a new one; it holds.")
    expect(desk.locator("#head .sub")).to_contain_text("closed")
    closing = house.letter_to("dora@letters.example", "A loose cable.")
    assert "We sent a new one" in plain(closing)

    link = re.search(rf"{house.url}/me/\S+", plain(closing))[0]
    page = windows.window(locale="en-GB")
    page.goto(link)
    expect(page.locator("#now")).to_contain_text("It is settled.")
    expect(page.locator("#now")).to_contain_text("We sent a new one; it holds.")

    house.deliver(written("dora@letters.example", "They dance again.", name="Dora Lind", answers=closing))
    expect(desk.locator("#thread")).to_contain_text("They dance again.")
    expect(desk.locator("#head .sub")).to_contain_text("waiting for us")
    expect(desk.locator("main .reference")).to_have_text(reference)
    expect(page.locator("#now")).to_contain_text("It is our turn.")


def test_letters_that_come_together_and_while_a_page_opens_all_show(house: House, windows: Windows):
    desk = windows.window(locale="en-GB")
    desk.route("**/live/**", lambda route: None)  # the page is drawn, and does not listen yet
    sign_in(desk, FIONA)
    desk.locator("#rows").wait_for()
    house.deliver(written("egon@letters.example", "First?", name="Egon Un", subject="First"))
    other = windows.desk(DENIS)
    expect(row_of(other, "Egon Un")).to_be_visible()
    expect(row_of(desk, "Egon Un")).to_have_count(0)
    desk.unroute("**/live/**")  # and what was held goes on
    expect(row_of(desk, "Egon Un")).to_be_visible()
    for name in ("Egon Deux", "Egon Trois", "Egon Quatre"):
        house.deliver(written(f"{name.replace(' ', '.')}@letters.example", "And now?", name=name, subject=name))
    expect(desk.locator("#rows li", has_text="And now?")).to_have_count(3)
    expect(other.locator("#rows li", has_text="And now?")).to_have_count(3)


def test_on_a_phone_words_that_wait_leave_the_thread_its_room(house: House, windows: Windows):
    asks = "Where is my box?\n\nWho has it?\n\nWhen does it come, and who carries it up to the third floor?"
    house.deliver(written("nora.box@letters.example", asks, name="Nora Box", subject="My box"))
    desk = windows.desk(DENIS)
    reference = open_case(desk, "Nora Box")
    desk.locator("#reply-words").fill("Dear Nora,\n\nYour box is in the van.\n\nIt comes tomorrow.\n\nDenis")
    expect(desk.locator("#reply-form .saved")).to_contain_text("enregistré")
    phone = windows.desk(DENIS, f"/desk/cases/{reference}/", phone=True)
    composer, words = phone.locator("#composer"), phone.locator("#reply-words")
    expect(words).to_have_value(re.compile("in the van"))
    rest = composer.bounding_box()["height"]
    assert rest < 844 / 6
    assert words.bounding_box()["height"] > 60  # the greeting, and the first of what is said
    words.tap()
    expect(phone.locator("#owed-name")).to_be_visible()
    assert composer.bounding_box()["height"] > 2 * rest
    phone.locator("#title").focus()
    expect(phone.locator("#owed-name")).to_be_hidden()
    assert composer.bounding_box()["height"] == rest


def test_on_a_phone_one_sends_with_one_thumb_however_much_one_wrote(house: House, windows: Windows):
    asks = "Where is my box?\n\nWho has it?\n\nWhen does it come, and who carries it up to the third floor?"
    house.deliver(written("olga.pouce@letters.example", asks, name="Olga Pouce", subject="My box"))
    reference = open_case(windows.desk(DENIS), "Olga Pouce")
    phone = windows.desk(DENIS, f"/desk/cases/{reference}/", phone=True)
    phone.locator("#reply-words").tap()
    send = phone.locator("#reply-form button.primary")
    for words in ("", "Dear Olga,\n\nIt is in the van.", "It comes tomorrow.\n" * 40):
        phone.locator("#reply-words").fill(words)
        expect(send).to_be_in_viewport(ratio=1)
    phone.locator("#composer [data-key=n]").tap()
    expect(phone.locator("#note-form button.noting")).to_be_in_viewport(ratio=1)


def test_in_a_low_window_all_of_where_one_writes_can_be_reached(house: House, windows: Windows):
    asks = "Where is my box?\n\nWho has it?\n\nWhen does it come, and who carries it up to the third floor?"
    house.deliver(written("otto.bas@letters.example", asks, name="Otto Bas", subject="My box"))
    desk = windows.desk(DENIS)
    desk.set_viewport_size({"width": 1280, "height": 480})
    open_case(desk, "Otto Bas")
    desk.locator("#reply-words").fill("Dear Otto, it is in the van.")
    composer = desk.locator("#composer").bounding_box()
    assert composer["y"] + composer["height"] <= 480
    desk.locator("#share-draft").scroll_into_view_if_needed()
    expect(desk.locator("#share-draft")).to_be_in_viewport(ratio=1)


def test_a_draft_one_has_left_rests_and_a_press_outside_is_let_go_first(house: House, windows: Windows):
    house.deliver(written("petra.repos@letters.example", "Where is my box?", name="Petra Repos", subject="My box"))
    desk = windows.desk(DENIS)
    open_case(desk, "Petra Repos")
    composer, words = desk.locator("#composer"), desk.locator("#reply-words")
    words.fill("Dear Petra,\n\nYour box is in the van.\n\nIt comes tomorrow.\n\nDenis")
    expect(desk.locator("#reply-form button.primary")).to_be_visible()
    forwards = desk.locator(".letter.person .sources a").first
    forwards.click()  # it is still where it was pressed
    desk.wait_for_url("**/forwarding/")
    desk.go_back()
    expect(words).to_have_value(re.compile("in the van"))
    assert composer.bounding_box()["height"] < 800 / 6
    words.click()
    expect(desk.locator("#reply-form button.primary")).to_be_visible()


def test_what_one_presses_beside_the_words_leaves_them_open(house: House, windows: Windows):
    house.deliver(written("quirin.main@letters.example", "Where is my box?", name="Quirin Main", subject="My box"))
    desk = windows.desk(DENIS)
    open_case(desk, "Quirin Main")
    desk.locator("#reply-words").fill("Dear Quirin, it is in the van.")
    desk.locator("#share-draft").press("Enter")
    expect(desk.locator("#share-draft[aria-pressed=true]")).to_be_focused()
    desk.locator(".missed summary").click()
    desk.locator("#q-missed").fill("And who has it?")
    desk.locator("#q-missed").press("Enter")
    expect(desk.locator("#questions")).to_contain_text("And who has it?")
    expect(desk.locator(".missed summary")).to_be_focused()
    expect(desk.locator("#reply-form button.primary")).to_be_visible()


SAYS_WHO_IS_HERE = """new Promise((answered) => {
  document.addEventListener("htmx:afterRequest", answered, { once: true });
  document.dispatchEvent(new Event("visibilitychange"));
}).then(() => null)"""


def test_a_note_one_has_left_rests_beside_the_way_back_to_the_reply(house: House, windows: Windows):
    house.deliver(written("rita.note@letters.example", "Where is my box?", name="Rita Note", subject="My box"))
    desk = windows.desk(DENIS)
    open_case(desk, "Rita Note")
    desk.keyboard.press("n")
    desk.locator("#note-words").fill("She has called twice.")
    expect(desk.locator("#composer.held")).to_have_count(0)
    intercept(desk, "**/desk/**", lambda route: route.fulfill(status=204))
    desk.evaluate(SAYS_WHO_IS_HERE)  # an answer that draws nothing does not hold what was left
    desk.keyboard.press("Escape")
    expect(desk.locator("#note-form button.noting")).to_be_hidden()
    back, words = desk.locator("#composer [data-key=r]").bounding_box(), desk.locator("#note-words").bounding_box()
    assert words["x"] + words["width"] < back["x"]
