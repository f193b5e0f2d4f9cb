"""Sorting: many cases chosen by keyboard and tagged at once, a view made of it, and all of it taken back."""

import pytest
from playwright.sync_api import expect

from tests.house import DENIS, House, written
from tests.windows import Windows, row_of

pytestmark = pytest.mark.browser


def test_many_are_tagged_by_keyboard_found_by_a_view_and_let_go_again(house: House, windows: Windows):
    for name in ("Rose", "Sami"):
        house.deliver(written(f"{name.lower()}@letters.example", "L’eau monte ?", name=f"{name} Crue", subject="Crue"))
    desk = windows.desk(DENIS)
    for name in ("Rose Crue", "Sami Crue"):
        row_of(desk, name).locator("a").focus()
        desk.keyboard.press("x")
        expect(row_of(desk, name).locator(".pick")).to_be_checked()
    expect(desk.locator("#chosen")).to_have_text("2 choisis")
    desk.locator("#bulk summary", has_text="Étiquettes").click()
    desk.locator("#bulk-tags").fill("Inondation")
    desk.locator("#bulk [value=tag]").click()
    expect(desk.locator("#bulk-told")).to_contain_text("C’est fait : 2 dossiers ont changé.")
    expect(desk.locator("#bulk")).to_be_hidden()
    expect(desk.locator("#rows li a:focus")).to_be_visible()  # one goes on from where one was
    expect(row_of(desk, "Rose Crue").locator(".tag")).to_have_text("Inondation")

    page = windows.desk(DENIS, "/desk/views/new/")
    page.locator("#view-name").fill("La crue")
    page.locator("summary", has_text="Porte l’une des étiquettes").click()
    page.locator("[name=tag]").locator("xpath=ancestor::label[contains(., 'Inondation')]").click()
    expect(page.locator("#glimpse")).to_contain_text("Sami Crue")
    page.get_by_role("button", name="Garder cette vue").click()
    page.wait_for_url("**/desk/views/*/")
    expect(page.locator("#rows > li")).to_have_count(2)
    expect(page.locator("#rail-views a", has_text="La crue").locator("b")).to_have_text("2")

    desk.locator("#bulk-told button", has_text="Annuler").click()
    expect(desk.locator("#bulk-told")).to_contain_text("Annulé.")
    expect(page.locator("#rail-views a", has_text="La crue").locator("b")).to_have_text("")
    expect(page.locator("#rows")).to_contain_text("Aucun dossier ne remplit")
