"""A letter of ours that does not arrive: nobody is left to think that they have been answered."""

from email.message import EmailMessage

import pytest
from playwright.sync_api import expect

from tests.house import FIONA, House, eventually, plain, written
from tests.windows import Windows, open_case, reply_with, row_of

pytestmark = pytest.mark.browser

REPORT = """\
From: Mail Delivery System <MAILER-DAEMON@mx.letters.example>
To: {to}
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="part"
Message-ID: <report-{key}>

--part
Content-Type: text/plain; charset=us-ascii

I am sorry: your letter could not be delivered to {recipient}.

--part
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.letters.example

Final-Recipient: rfc822; {recipient}
Action: failed
Status: 5.2.2
Diagnostic-Code: smtp; 552 5.2.2 mailbox full

--part
Content-Type: text/rfc822-headers

From: {to}
To: {recipient}
Message-ID: {key}

--part--
"""


def report_on(letter: EmailMessage) -> bytes:
    facts = {"to": letter["From"], "recipient": letter["To"].addresses[0].addr_spec, "key": letter["Message-ID"]}
    return REPORT.format(**facts).replace("report-<", "report-").replace(">>", ">").replace("\n", "\r\n").encode()


def test_it_shows_on_its_message_the_case_is_ours_again_and_it_can_be_tried_again(house: House, windows: Windows):
    house.deliver(written("kim@letters.example", "When do you open on Saturday?", name="Kim Oates", subject="Saturday"))
    desk = windows.desk(FIONA)
    open_case(desk, "Kim Oates")
    reply_with(desk, "At ten, and we make tea.")
    letter = house.letter_to("kim@letters.example", "we make tea")
    expect(desk.locator("#head .sub")).to_contain_text("waiting for the person")
    expect(desk.locator("#thread .letter.us header")).to_contain_text("left")

    house.deliver(report_on(letter), sender="")
    mine = desk.locator("#thread .letter.us")
    expect(mine.locator(".notice.late")).to_contain_text("This letter came back.")
    expect(mine.locator(".notice.late")).to_contain_text("mailbox full")
    expect(desk.locator("#head .sub")).to_contain_text("waiting for us")
    expect(desk.locator("#thread")).to_contain_text("the case waits for us again")
    assert not house.letters_to("mailer-daemon@mx.letters.example")

    desk.goto("/desk/")
    expect(row_of(desk, "Kim Oates")).to_be_visible()
    desk.goto("/desk/settings/outbox/?state=trouble")
    stuck = desk.locator("li", has_text="kim@letters.example")
    expect(stuck).to_contain_text("mailbox full")
    stuck.get_by_role("button", name="Try now").click()
    eventually(lambda: [plain(one) for one in house.letters_to("kim@letters.example")].count(plain(letter)) == 2)
    again = house.letter_to("kim@letters.example", "we make tea")
    assert again["Message-ID"] == letter["Message-ID"]

    def gone() -> bool:
        desk.goto("/desk/settings/outbox/?state=trouble")
        return "kim@letters.example" not in desk.locator("main").inner_text()

    eventually(gone)
