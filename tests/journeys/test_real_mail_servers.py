"""A house whose mailbox lives on a real IMAP server and leaves by a real SMTP server."""

import pytest
from playwright.sync_api import expect

from tests.house import DENIS, FARID, TEAM, House, eventually, written
from tests.servers import PASSWORD, Handed, MailServer
from tests.windows import Windows, row_of

pytestmark = [pytest.mark.browser, pytest.mark.servers]


@pytest.fixture
def address(house: House, mail_server: MailServer):
    """A mailbox on Dovecot, to which the post office brings what is written to it."""
    address = mail_server.new_user()
    local, _at, domain = address.partition("@")

    def bring(handed: Handed) -> None:
        if any(one.startswith(local) and one.endswith(domain) for one in handed.recipients):
            mail_server.put(address, handed.content)

    mail_server.client(address).logout()
    house.office.on_letter, house.office.password = bring, PASSWORD
    yield address
    house.office.on_letter = None
    house.command("mailbox", "remove", address)


def test_an_admin_adds_a_mailbox_and_its_letter_to_itself_comes_back(
    house: House, windows: Windows, mail_server, address
):
    desk = windows.desk(FARID, "/desk/settings/mailboxes/new/")
    desk.locator("[name=address]").fill(address)
    desk.locator("[name=name]").fill("L’accueil")
    desk.locator("[name=team]").select_option(label=TEAM)
    desk.locator("[name=imap_url]").fill(mail_server.url(address.replace("@", "%40")))
    desk.locator("[name=smtp_url]").fill(house.office.url)
    desk.locator("[name=secret]").fill(PASSWORD)
    desk.locator("main form button.primary").first.click()
    expect(desk.locator("h1")).to_have_text(address)
    desk.get_by_role("button", name="Nous écrire une lettre").click()
    expect(desk.locator("#test .outcome")).to_contain_text("revenue en")
    assert PASSWORD not in desk.content()


def test_a_letter_in_an_imap_mailbox_shows_within_seconds_and_stays_unread_there(
    house: House, windows: Windows, mail_server, address
):
    house.command(
        "mailbox", "add", address, "--imap", mail_server.url(address.replace("@", "%40")), "--password-stdin",
        "--team", TEAM, typed=f"{PASSWORD}\n",
    )  # fmt: skip
    eventually(lambda: "well" in house.command("mailbox", "list").split(address)[1].splitlines()[0])
    desk = windows.desk(DENIS)
    mail_server.put(
        address,
        written("lea@letters.example", "Le facteur est passé ?", name="Léa Morin", to=address, subject="Facteur")
        .as_bytes(),
    )  # fmt: skip
    expect(row_of(desk, "Léa Morin")).to_be_visible()
    client = mail_server.client(address)
    flags = client.get_flags(client.search())
    client.logout()
    assert [b"\\Seen" in found for found in flags.values()] == [False]
