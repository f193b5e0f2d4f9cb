"""A person asks from the page, on a phone, with no account; their page tells them all that is said to them."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.house import DENIS, FIONA, House, eventually, plain
from tests.windows import LONG_ENOUGH, Windows, open_case, reply_with, row_of

pytestmark = pytest.mark.browser


def ask(page: Page, words: str, email: str, name: str = "") -> str:
    """Ask from the first page, and give the reference of the case."""
    page.goto("/")
    page.locator("#words").fill(words)
    page.locator("#email").fill(email)
    page.locator("#name").fill(name)
    eventually(lambda: page.evaluate(LONG_ENOUGH))
    page.locator("form.asking button.primary").click()
    page.wait_for_url("**/asked/**")
    return page.locator(".reference").inner_text()


def link_in(house: House, email: str) -> str:
    """The signed link of the latest letter to somebody."""
    return re.search(rf"{house.url}/me/\S+", plain(house.letter_to(email, "/me/")))[0]


def test_a_person_asks_reads_the_answer_live_and_writes_back_on_a_phone(house: House, windows: Windows, tmp_path):
    photo = tmp_path / "le voyant.png"
    windows.window().screenshot(path=photo)
    phone = windows.window(locale="fr-FR", phone=True)
    reference = ask(phone, "Le voyant de ma box reste rouge. Que faire ?", "elise@lettres.example", "Élise Petit")
    expect(phone.locator("h1")).to_have_text("Nous avons bien votre message.")
    expect(phone.locator("main")).to_contain_text("Vous aurez de nos nouvelles au plus tard")

    phone.goto(link_in(house, "elise@lettres.example"))
    expect(phone.locator("h1")).to_contain_text("Que faire")
    expect(phone.locator("#now")).to_contain_text("C’est à nous.")
    expect(phone.locator("#now")).to_contain_text("La ligne")
    expect(phone.locator(".reference")).to_have_text(reference)
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth"), "the page is wider than the phone"

    desk = windows.desk(DENIS)
    open_case(desk, "Élise Petit")
    expect(desk.locator("#person-name")).to_have_text("Élise Petit")
    desk.locator("#mode-note").check()
    desk.locator("#note-words").fill("Encore la carte 4412, voir le plan.")
    desk.locator("#note-words").press("Control+Enter")
    expect(desk.locator("#thread .letter.note")).to_contain_text("carte 4412")
    desk.locator("#mode-reply").check()
    reply_with(desk, "Débranchez-la dix minutes ; nous regardons la ligne.")
    expect(phone.locator("#thread")).to_contain_text("Débranchez-la dix minutes")
    expect(phone.locator("#now")).to_contain_text("Denis, de l’équipe La ligne, vous a répondu.")

    phone.locator("#words").fill("Toujours rouge. Voici une photo.")
    phone.locator("#files").set_input_files(photo)
    phone.locator("form.composer button.primary").click()
    expect(phone.locator(".notice.kept")).to_be_visible()
    expect(phone.locator("#thread .attached")).to_contain_text("le voyant.png")
    expect(desk.locator("#thread .letter.person").last).to_contain_text("Voici une photo.")
    expect(desk.locator("#thread .files")).to_contain_text("le voyant.png")
    expect(phone.locator("#now")).to_contain_text("Denis, de l’équipe La ligne, s’en occupe.")
    assert "4412" not in phone.content()
    assert not [one for one in house.letters_to("elise@lettres.example") if "4412" in one.as_string()]

    other = ask(phone, "Puis-je changer l’adresse de ma facture ?", "elise@lettres.example")
    assert other != reference
    phone.goto(link_in(house, "elise@lettres.example").rstrip("/").rpartition("/")[0] + "/")
    expect(phone.locator("main")).to_contain_text(reference)
    expect(phone.locator("main")).to_contain_text(other)
    expect(phone.locator("ul.cases > li")).to_have_count(2)


def test_an_honest_i_do_not_know_yet_asks_an_expert_and_gives_the_person_a_date(house: House, windows: Windows):
    page = windows.window(locale="en-GB")
    ask(page, "Does the box work on a boat?", "gwen@letters.example", "Gwen Ashe")
    page.goto(link_in(house, "gwen@letters.example"))
    desk = windows.desk(FIONA)
    open_case(desk, "Gwen Ashe")
    desk.locator("#reply-words").fill("I do not know yet; Esther sails, I am asking her.")
    desk.locator("details.unknown summary", has_text="know yet").click()
    desk.locator("[name=ask]").select_option(label="Esther Lang")
    friday = desk.locator("label", has=desk.locator("[name=news][value=friday]"))
    date = friday.inner_text().strip()
    friday.click()
    desk.locator("#reply-words").press("Control+Enter")
    expect(desk.locator("#thread")).to_contain_text("does not know yet and asked Esther Lang")
    expect(desk.locator("#thread .letter.note")).to_contain_text("@Esther Lang, I do not know this yet")
    house.letter_to("gwen@letters.example", "Esther sails")
    expect(page.locator("#thread")).to_contain_text("Esther sails")
    expect(page.locator("#now")).to_contain_text(f"You will hear from us by {date}.")
    desk.goto("/desk/")
    expect(row_of(desk, "Gwen Ashe")).to_be_visible()  # it still waits on us


def test_who_begins_and_leaves_is_counted_and_their_words_go_along_only_if_they_ask_for_it(
    house: House, windows: Windows
):
    desk, phone = windows.desk(FIONA), windows.window(locale="fr-FR", phone=True)
    begun = re.compile(r"(\d+) personnes ont commencé|(\d+) persons began")

    def counted() -> int:
        desk.goto("/desk/load/")
        found = begun.search(desk.locator("main").inner_text())
        return int(found[1] or found[2]) if found else 0

    before = counted()
    for number, wants_word in enumerate((False, True), before + 1):
        phone.goto("/")
        phone.evaluate("sessionStorage.clear()")
        phone.reload()
        box = phone.get_by_label("Si je pars avant d’envoyer, écrivez-moi une fois à ce sujet")
        expect(box).not_to_be_checked()
        if wants_word:
            box.check()
        with phone.expect_request("**/begun/") as noted:
            phone.locator("#words").fill("Quelle box pour le vieux moulin ?")
            phone.locator("#email").fill("moulin@lettres.example")
        assert (b"moulin" in (noted.value.post_data_buffer or b"")) == wants_word
        phone.locator("#name").fill("Le meunier")
        phone.goto("/link/")  # what was typed last goes along as the page is left
        eventually(lambda number=number: counted() == number)
