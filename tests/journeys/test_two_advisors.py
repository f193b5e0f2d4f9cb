"""Two advisors in one case: each sees what the other does, and nothing one writes is lost."""

import pytest
from playwright.sync_api import expect

from tests.house import DENIS, FIONA, House, written
from tests.windows import Windows, open_case, reply_with

pytestmark = pytest.mark.browser


def test_each_sees_the_other_read_write_take_and_hand_over(house: House, windows: Windows):
    house.deliver(written("hugo@letters.example", "Ma ligne grésille.", name="Hugo Blanc", subject="Grésille"))
    fiona = windows.desk(FIONA)
    open_case(fiona, "Hugo Blanc")
    denis = windows.desk(DENIS)
    open_case(denis, "Hugo Blanc")
    expect(fiona.locator("#presence")).to_contain_text("Denis Moreau is reading too.")
    expect(denis.locator("#presence")).to_contain_text("Fiona Ward lit aussi.")
    fiona.locator("#reply-words").press_sequentially("Bon")
    expect(denis.locator("#presence")).to_contain_text("Fiona Ward écrit une réponse.")
    denis.locator("[data-key=t]").click()
    expect(fiona.locator("#head .sub")).to_contain_text("with Denis Moreau")
    expect(fiona.locator("#thread")).to_contain_text("Denis Moreau took the case.")

    denis.locator("#hand-over summary").click()
    denis.locator("#hand-advisor").select_option(label="Fiona Ward")
    denis.locator("#hand-word").fill("Vous connaissez ce quartier mieux que moi.")
    denis.locator("#handing button.primary").click()
    expect(fiona.locator("#head .sub")).to_contain_text("yours")
    expect(fiona.locator("#thread .letter.note")).to_contain_text("ce quartier mieux que moi")
    expect(denis.locator("#thread")).to_contain_text("Denis Moreau a confié le dossier à Fiona Ward.")
    expect(fiona.locator("#reply-words")).to_have_value("Bon")
    denis.goto("/desk/")
    expect(fiona.locator("#presence")).to_be_empty()


def test_a_draft_survives_a_reload_and_another_browser(house: House, windows: Windows):
    house.deliver(written("ines@letters.example", "Et mon colis ?", name="Inès Caron", subject="Colis"))
    desk = windows.desk(DENIS)
    open_case(desk, "Inès Caron")
    desk.locator("#reply-words").press_sequentially("Il est à Nevers")
    expect(desk.locator("#reply-form .saved")).to_contain_text("enregistré")
    desk.reload()
    expect(desk.locator("#reply-words")).to_have_value("Il est à Nevers")
    other = windows.desk(DENIS, desk.url)
    expect(other.locator("#reply-words")).to_have_value("Il est à Nevers")
    other.locator("#reply-words").press("End")
    other.locator("#reply-words").press_sequentially(", chez le gardien.")
    expect(other.locator("#reply-form .saved")).to_contain_text("enregistré")
    desk.locator("#reply-words").press("End")
    desk.locator("#reply-words").press_sequentially(" depuis lundi.")
    expect(desk.locator(".elsewhere")).to_contain_text("chez le gardien")
    expect(desk.locator("#reply-words")).to_have_value("Il est à Nevers depuis lundi.")


def test_files_come_by_button_paste_and_drop_and_go_again(house: House, windows: Windows):
    house.deliver(written("jonas@letters.example", "Send me the plan?", name="Jonas Weir", subject="The plan"))
    desk = windows.desk(FIONA)
    open_case(desk, "Jonas Weir")
    form = desk.locator("#reply-form")
    form.locator("textarea").click()
    form.locator("input[type=file]").set_input_files(
        {"name": "plan.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4 plan"}
    )
    expect(form.locator(".draft-files")).to_contain_text("plan.pdf")
    carried = """(form, [kind, name]) => {
        const bag = new DataTransfer();
        bag.items.add(new File(["a picture"], name, { type: "image/png" }));
        const how = { bubbles: true, cancelable: true };
        form.querySelector("textarea").dispatchEvent(kind === "paste"
            ? new ClipboardEvent("paste", { ...how, clipboardData: bag })
            : new DragEvent("drop", { ...how, dataTransfer: bag }));
    }"""
    form.evaluate(carried, ["paste", "pasted.png"])
    expect(form.locator(".draft-files")).to_contain_text("pasted.png")
    form.evaluate(carried, ["drop", "dropped.png"])
    expect(form.locator(".draft-files")).to_contain_text("dropped.png")
    form.locator(".draft-files li", has_text="pasted.png").get_by_role("button").click()
    expect(form.locator(".draft-files li")).to_have_count(2)
    desk.reload()
    expect(form.locator(".draft-files li")).to_have_count(2)
    reply_with(desk, "Here it is.")
    letter = house.letter_to("jonas@letters.example", "Here it is.")
    assert sorted(part.get_filename() for part in letter.iter_attachments()) == ["dropped.png", "plan.pdf"]
    expect(desk.locator("#thread .letter.us .files li")).to_have_count(2)
