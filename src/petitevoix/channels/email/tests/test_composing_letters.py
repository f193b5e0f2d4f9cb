"""The letters we send, as the contract describes them, read back with the standard library and with our own reader."""

import re
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.utils import getaddresses, parsedate_to_datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from petitevoix.cases.models.attachment import store
from petitevoix.channels.email.compose import NOT_IN_FILES, Sender, answer_address, compose
from petitevoix.channels.email.reading.parse import parse
from petitevoix.delivery.models import Parcel
from petitevoix.kit import clock

CONTENTS = {
    "subject": "Re: What happened to my line?",
    "words": "Hello Ana,\n\nThe box lost its **address**. See [the page](https://town.example/box).",
    "signature": "Denis, Line and box team",
    "language": "en",
    "reference": "PV-7K3F9Q",
    "link": "https://help.example/me/7-abc/PV-7K3F9Q/",
    "token": "pv7k3f9q-4f2mabcdefgh2345",
    "door": "help@desk.example",
    "to_name": "Ana Ferreira",
    "in_reply_to": "ana-2@letters.example",
    "references": ["ana-1@letters.example", "pv.one@desk.example", "ana-2@letters.example"],
    "automatic": "",
    "files": [],
}
US = Sender("help@desk.example", "Line & box")


def letter(to="ana@letters.example", sender=US, purpose="reply", **changes):
    parcel = Parcel(to=to, purpose=purpose, thread_key="pv.abc@desk.example", contents={**CONTENTS, **changes})
    return compose(parcel, sender)


def read(composed):
    return message_from_bytes(composed.content, policy=policy.default)


def test_a_reply_carries_what_a_mail_program_needs_to_thread_it():
    with clock.stopped_at(datetime(2026, 9, 18, 16, 30, tzinfo=UTC)):
        composed = letter()
    message = read(composed)
    assert message["Message-ID"] == "<pv.abc@desk.example>"
    assert message["In-Reply-To"] == "<ana-2@letters.example>"
    assert message["References"].split() == [f"<{key}>" for key in CONTENTS["references"]]
    assert parsedate_to_datetime(message["Date"]) == datetime(2026, 9, 18, 16, 30, tzinfo=UTC)
    assert message["From"].addresses[0].addr_spec == "help@desk.example"
    assert message["From"].addresses[0].display_name == "Line & box"
    assert message["To"].addresses[0].display_name == "Ana Ferreira"
    assert message["Reply-To"].addresses[0].addr_spec == "help+pv7k3f9q-4f2mabcdefgh2345@desk.example"
    assert composed.envelope_from == "help@desk.example"
    assert composed.envelope_to == "ana@letters.example"
    assert not message.defects


def test_an_advisors_letter_is_not_marked_as_a_machines():
    message = read(letter())
    for name in ("Auto-Submitted", "X-Auto-Response-Suppress", "Precedence", "X-Petite-Voix", "List-Unsubscribe"):
        assert message[name] is None
    assert parse(letter().content).automatic is False


@pytest.mark.parametrize("kind", ["auto-replied", "auto-generated"])
def test_an_automatic_letter_says_so_and_wants_no_bounce(kind):
    composed = letter(automatic=kind, purpose="acknowledgement")
    message = read(composed)
    assert message["Auto-Submitted"] == kind
    assert message["X-Auto-Response-Suppress"] == "All"
    assert message["X-Petite-Voix"] == "acknowledgement"
    assert composed.envelope_from == ""
    assert parse(composed.content).ours


def test_what_stands_under_the_words_is_in_both_parts_and_is_words_only():
    under = [
        {"title": "Your questions", "lines": ["“Why <b>so</b>?” Answered in this letter."]},
        {"title": "", "lines": ["Is it not solved?"], "link": "https://help.example/me/#not-solved", "says": "No"},
    ]
    message = read(letter(postscript=under))
    text, html = (message.get_body((kind,)).get_content().replace("\r\n", "\n") for kind in ("plain", "html"))
    assert (
        "Your questions\n- “Why <b>so</b>?” Answered in this letter.\n\nIs it not solved?\nhttps://help.example" in text
    )
    assert text.index("Denis, Line and box team") < text.index("Your questions") < text.index("-- ")
    assert "Why &lt;b&gt;so&lt;/b&gt;?" in html
    assert '<a href="https://help.example/me/#not-solved"' in html


def test_both_parts_can_be_read_alone_and_draw_on_nobody():
    message = read(letter())
    text = message.get_body(("plain",)).get_content().replace("\r\n", "\n")
    page = message.get_body(("html",)).get_content()
    assert message.get_content_type() == "multipart/alternative"
    assert "The box lost its *address*. See the page (https://town.example/box)." in text
    assert "Denis, Line and box team" in text
    assert "\n-- \n" in text
    assert "answer this letter" in text
    assert CONTENTS["link"] in text
    assert text.rstrip().endswith("PV-7K3F9Q")
    assert '<html lang="en" dir="ltr">' in page
    assert "<strong>address</strong>" in page
    assert CONTENTS["link"] in page
    assert not re.search(r"<(img|script|link|iframe|form|object)|url\(|@import|src=", page, re.I)
    assert len(page) < 6_000
    assert "Ana" not in page.replace("Hello Ana", "")  # nothing of hers is quoted back


def test_french_words_are_set_as_a_printer_would_and_code_is_left_alone():
    message = read(
        letter(
            language="fr", words="C'est réparé ; ça tient ?\n\n```\nx = 'a' ; y\n```", signature="Denis, équipe Ligne"
        )
    )
    text = message.get_body(("plain",)).get_content()
    assert "C’est réparé\u202f; ça tient\u202f?" in text
    assert "x = 'a' ; y" in text
    assert message["Content-Language"] == "fr"
    assert '<html lang="fr"' in message.get_body(("html",)).get_content()


def test_html_in_the_words_stays_words():
    page = (
        read(letter(words="<script>alert(1)</script> <img src=x onerror=y>", signature="<b>D</b>"))
        .get_body(("html",))
        .get_content()
    )
    assert "<script" not in page
    assert "<img" not in page
    assert "<b>" not in page


def test_every_line_on_the_wire_is_short_and_seven_bit():
    composed = letter(words="é" * 5_000 + " https://town.example/" + "x" * 300, subject="é" * 150)
    assert composed.content.isascii()
    assert all(len(line) <= 998 for line in composed.content.split(b"\r\n"))
    assert max(len(line) for line in composed.content.split(b"\r\n")) <= 78
    assert b"\n" not in composed.content.replace(b"\r\n", b"")
    assert "https://town.example/" + "x" * 300 in read(composed).get_body(("plain",)).get_content()


def test_no_name_or_title_can_add_a_header():
    evil = "Ana\r\nBcc: all@elsewhere.example\r\n\r\n<b>"
    composed = letter(
        subject=evil, to_name=evil, language="fr\r\nX: y", in_reply_to="a@b>\r\nBcc: c@d.example",
        references=["x@y\r\nBcc: z@z.example", "good@letters.example"], sender=Sender("help@desk.example", evil),
    )  # fmt: skip
    message = read(composed)
    assert message["Bcc"] is None
    assert message["X"] is None
    assert message["References"] == "<good@letters.example>"
    assert message["In-Reply-To"] is None
    assert getaddresses([str(message["To"])])[0][1] == "ana@letters.example"


@pytest.mark.parametrize(
    "to", ["", "ana", "ana@letters.example\r\nBcc: x@y.example", "a b@x.example", "<a@b.example>", "a@b,c@d"]
)
def test_what_is_no_address_is_refused(to):
    with pytest.raises(ValueError, match="not an e-mail address"):
        letter(to=to)


def bare(name):
    return "".join(sign for sign in name if not sign.isspace() and sign not in "\"'\\")


@given(st.text(max_size=200), st.text(max_size=120))
@settings(deadline=None, max_examples=60)
def test_any_title_and_name_come_back_as_they_were(title, name):
    from petitevoix.kit.text import one_line, storable

    composed = letter(subject=title, to_name=name)
    ours, theirs = parse(composed.content), read(composed)
    assert ours.subject == (one_line(storable(title), 900) or "…").strip()
    assert str(theirs["Subject"]).strip() == ours.subject
    assert ours.to[0].address == "ana@letters.example"
    # Readers take quotation marks off a name, and spaces at the edge of an encoded word for folding.
    assert bare(ours.to[0].name) == bare(one_line(name, 200))
    assert ours.from_.address == "help@desk.example"


def test_files_travel_with_their_names(data):
    files = [
        {"sha256": store().put(b"%PDF-1.7"), "name": "Relevé d’août — « boîte ».pdf", "media_type": "application/pdf"},
        {"sha256": store().put(b"From: x\r\n\r\nhi"), "name": "letter.eml", "media_type": "message/rfc822"},
        {
            "sha256": store().put("é".encode()),
            "name": "../../etc/passwd",
            "media_type": "text/plain; charset=x\r\nBcc: y",
        },
        {"sha256": store().put(b""), "name": "", "media_type": "nonsense"},
    ]
    message = read(letter(files=files))
    assert message.get_content_type() == "multipart/mixed"
    found = [
        (part.get_filename(), part.get_content_type(), part.get_payload(decode=True))
        for part in message.iter_attachments()
    ]
    assert found == [
        ("Relevé d’août — « boîte ».pdf", "application/pdf", b"%PDF-1.7"),
        ("letter.eml", "application/octet-stream", b"From: x\r\n\r\nhi"),
        (".._.._etc_passwd", "text/plain", "é".encode()),
        ("file", "application/octet-stream", b""),
    ]
    assert message["Bcc"] is None


@given(st.text(min_size=1, max_size=120))
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_file_name_comes_back(data, name):
    from petitevoix.kit.text import one_line, storable

    composed = letter(files=[{"sha256": store().put(b"x"), "name": name, "media_type": "image/png"}])
    sent = NOT_IN_FILES.sub("_", one_line(storable(name), 120)) or "file"
    [attached] = read(composed).iter_attachments()
    assert attached.get_payload(decode=True) == b"x"
    assert "".join(attached.get_filename().split()) == "".join(sent.split())


def test_a_letter_without_a_case_has_no_footer_and_is_answered_at_the_mailbox():
    bare = dict.fromkeys(CONTENTS, "") | {
        "subject": "A new password",
        "words": "Here it is.",
        "references": [],
        "files": [],
        "automatic": "auto-generated",
    }
    message = read(letter(**bare))
    assert "-- \n" not in message.get_body(("plain",)).get_content()
    assert message["Reply-To"].addresses[0].addr_spec == "help@desk.example"


def test_where_tags_do_not_arrive_the_plain_address_is_asked_for():
    assert (
        read(letter(sender=Sender("help@desk.example", takes_tags=False)))["Reply-To"].addresses[0].addr_spec
        == "help@desk.example"
    )
    assert answer_address("help@desk.example", "bad token\r\n") == "help@desk.example"


def test_the_answer_goes_to_the_door_even_when_another_mailbox_sends():
    message = read(letter(sender=Sender("relay@desk.example", "Us", reads_at="help@desk.example")))
    assert message["From"].addresses[0].addr_spec == "relay@desk.example"
    assert message["Reply-To"].addresses[0].addr_spec.startswith("help+pv7k3f9q")
