"""Any bytes are read as a letter, and no word of it is lost."""

from __future__ import annotations

import base64
import json
import quopri
import struct
import time
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from petitevoix.channels.email.reading.letter import Letter
from petitevoix.channels.email.reading.parse import parse
from petitevoix.channels.email.reading.rtf import decompress, words_of

WORDS = {
    "utf-8": "Bonjour, où est ma commande ? Merci 🙂",
    "iso-8859-1": "Bonjour, où est passée ma commande",
    "iso-8859-15": "Cela coûte 20 €, c'est trop",
    "windows-1252": "L’été dernier… 20 €",
    "windows-1251": "Здравствуйте, где мой заказ",
    "koi8-r": "Здравствуйте, где мой заказ",
    "iso-2022-jp": "注文はどこですか",
    "shift_jis": "注文はどこですか",
    "euc-jp": "注文はどこですか",
    "gb2312": "我的订单在哪里",
    "gb18030": "我的订单在哪里",
    "big5": "我的訂單在哪裡",
    "euc-kr": "주문은 어디에 있습니까",
    "ks_c_5601-1987": "주문은 어디에 있습니까",
    "cp-850": "Où est ma commande passée",
    "x-mac-roman": "Où est ma commande passée",
    "macintosh": "Où est ma commande passée",
    "utf-7": "Où est ma commande",
    "utf-16": "Où est ma commande",
    "us-ascii": "Where is my order",
    "iso-8859-8-i": "איפה ההזמנה שלי",
    "windows-1256": "أين طلبي",
}
CODECS = {"cp-850": "cp850", "x-mac-roman": "mac_roman", "macintosh": "mac_roman", "ks_c_5601-1987": "cp949"}
CODECS |= {"iso-8859-8-i": "iso8859-8"}


def coded(raw: bytes, encoding: str) -> bytes:
    """Apply a transfer encoding."""
    if encoding == "base64":
        return base64.encodebytes(raw)
    return quopri.encodestring(raw) if encoding == "quoted-printable" else raw


def part(headers: str, body: str | bytes) -> bytes:
    """Write one part or a whole letter."""
    return headers.encode() + b"\n\n" + (body.encode() if isinstance(body, str) else body)


def multipart(kind: str, *parts: bytes, boundary: str = "b") -> bytes:
    """Write a letter of several parts."""
    head = f'From: Ana <ana@example.org>\nContent-Type: multipart/{kind}; boundary="{boundary}"\n\n'.encode()
    return head + b"".join(f"--{boundary}\n".encode() + one + b"\n" for one in parts) + f"--{boundary}--\n".encode()


@pytest.mark.parametrize("encoding", ["8bit", "base64", "quoted-printable"])
@pytest.mark.parametrize("charset", sorted(WORDS))
def test_the_words_survive_any_charset_and_encoding(charset: str, encoding: str) -> None:
    raw = WORDS[charset].encode(CODECS.get(charset, charset))
    headers = (
        f'From: a@example.org\nContent-Type: text/plain; charset="{charset}"\nContent-Transfer-Encoding: {encoding}'
    )
    assert WORDS[charset] in parse(part(headers, coded(raw, encoding))).text


@given(st.binary(max_size=3_000))
@settings(max_examples=300, deadline=None)
def test_no_bytes_make_the_reader_raise(raw: bytes) -> None:
    json.dumps(parse(raw).as_row(), ensure_ascii=False).encode("utf-8")


LETTER = multipart(
    "mixed",
    part(
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64", base64.encodebytes("été".encode())
    ),
    part("Content-Type: text/html; charset=iso-8859-1", '<p>é<img src="cid:1"></p><blockquote>x</blockquote>'),
    part("Content-Type: image/png; name*0*=utf-8''%C3%A9; name*1=.png\nContent-ID: <1>", b"\x89PNG"),
    part("Content-Type: message/rfc822", "Subject: =?utf-8?q?caf=C3=A9?=\n\nhello"),
    part("Content-Type: application/ms-tnef; name=winmail.dat", b"\x78\x9f\x3e\x22" + bytes(40)),
    part("Content-Type: text/calendar", "BEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT"),
)


@given(st.lists(st.tuples(st.integers(0, len(LETTER) - 1), st.binary(max_size=4), st.integers(0, 30)), max_size=12))
@settings(max_examples=300, deadline=None)
def test_no_damage_to_a_letter_makes_the_reader_raise(cuts: list[tuple[int, bytes, int]]) -> None:
    raw = LETTER
    for place, new, gone in cuts:
        raw = raw[:place] + new + raw[place + gone :]
    letter = parse(raw)
    assert not [defect for defect in letter.defects if "could not be read (" in defect]
    json.dumps(letter.as_row(), ensure_ascii=False).encode("utf-8")


@given(
    st.lists(
        st.sampled_from(["bonjour", "merci", "commande", "where", "order", "été", "naïve", "façade"]),
        min_size=1,
        max_size=40,
    ),
    st.sampled_from(["utf-8", "iso-8859-1", "windows-1252", "iso-8859-15"]),
    st.sampled_from(["8bit", "base64", "quoted-printable"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
@settings(max_examples=150, deadline=None)
def test_no_word_is_lost(words: list[str], charset: str, encoding: str, line_end: str) -> None:
    body = coded(" ".join(words).encode(charset), encoding).decode("latin-1").replace("\n", line_end).encode("latin-1")
    head = (
        f"From: a@example.org\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: {encoding}\n\n"
    )
    assert parse(head.replace("\n", line_end).encode() + body).text.split() == words


def test_a_whole_letter_gives_the_row_of_the_contract() -> None:
    raw = part(
        "Message-ID: <1@example.org>\nFrom: =?utf-8?q?Chlo=C3=A9?= <chloe@example.org>\nTo: help@example.com, Denis <d@example.com>\n"
        "Cc: e@example.com\nReply-To: other@example.org\nSubject: Ma =?iso-8859-1?q?commande_pass=E9e?=\n"
        "Date: Mon, 2 Mar 2026 10:00:00 +0100\nIn-Reply-To: <0@example.com>\nReferences: <z@example.com>\n <0@example.com>",
        "Bonjour",
    )
    row = parse(raw).as_row()
    assert row.pop("language") in {"fr", "en", None}
    assert row == {
        "message_id": "1@example.org",
        "from": {"name": "Chloé", "address": "chloe@example.org"},
        "to": [{"name": "", "address": "help@example.com"}, {"name": "Denis", "address": "d@example.com"}],
        "cc": [{"name": "", "address": "e@example.com"}],
        "reply_to": [{"name": "", "address": "other@example.org"}],
        "subject": "Ma commande passée",
        "date": "2026-03-02T09:00:00+00:00",
        "in_reply_to": "0@example.com",
        "references": ["z@example.com", "0@example.com"],
        "text": "Bonjour",
        "reply": "Bonjour",
        "html": None,
        "attachments": [],
        "automatic": False,
        "bounce": None,
        "defects": [],
    }


@pytest.mark.parametrize(
    ("value", "name", "address"),
    [
        ("ana@example.org", "", "ana@example.org"),
        ('"Dupont, Ana" <ana@example.org>', "Dupont, Ana", "ana@example.org"),
        ("=?utf-8?q?Dupont=2C_Ana?= <ana@example.org>", "Dupont, Ana", "ana@example.org"),
        ('"=?utf-8?q?Chlo=C3=A9?=" <c@example.org>', "Chloé", "c@example.org"),
        ("=?utf-8?q?Ana_=3Cana=40example=2Eorg=3E?=", "Ana", "ana@example.org"),
        ("ana@example.org (Ana Dupont)", "Ana Dupont", "ana@example.org"),
        ("ana@example.org <ana@example.org>", "ana@example.org", "ana@example.org"),
        ("Chloé <chloé@exämple.org>", "Chloé", "chloé@exämple.org"),
        ('"ana maria"@example.org', "", '"ana maria"@example.org'),
        ("Friends: ana@example.org;", "", "ana@example.org"),
        ("<mailto:ana@example.org>", "", "ana@example.org"),
        ("=?utf-8?b?Q2hsb8M=?= =?utf-8?b?qQ==?= <c@example.org>", "Chloé", "c@example.org"),
    ],
)
def test_the_sender_is_read_however_it_is_written(value: str, name: str, address: str) -> None:
    sender = parse(f"From: {value}\n\nx".encode()).from_
    assert (sender.name, sender.address) == (name, address)


def test_a_letter_without_sender_takes_the_one_of_the_envelope() -> None:
    letter = parse(b"Return-Path: <ana@example.org>\nSubject: x\n\nx")
    assert letter.from_.address == "ana@example.org"
    assert letter.defects


def test_the_date_is_in_utc_whatever_its_form() -> None:
    for value in ("Mon, 02 Mar 2026 10:00:00 +0100 (CET)", "2026-03-02T10:00:00+01:00", "2 Mar 26 09:00 GMT"):
        assert parse(f"Date: {value}\n\nx".encode()).date == datetime(2026, 3, 2, 9, tzinfo=UTC)
    assert parse(b"Date: yesterday\n\nx").date is None


def test_html_alone_is_read_as_text() -> None:
    letter = parse(part("Content-Type: text/html; charset=utf-8", "<p>Bonjour</p><ul><li>un</li></ul>"))
    assert letter.text == "Bonjour\n\n- un"
    assert letter.html == "<p>Bonjour</p><ul><li>un</li></ul>"


def test_plain_words_and_html_are_two_forms_of_one_text() -> None:
    letter = parse(
        multipart("alternative", part("Content-Type: text/plain", "Hi"), part("Content-Type: text/html", "<b>Hi</b>"))
    )
    assert (letter.text, letter.html, letter.attachments) == ("Hi", "<b>Hi</b>", ())


def test_text_around_a_picture_is_kept_in_order() -> None:
    raw = multipart(
        "mixed",
        part("Content-Type: text/plain", "before"),
        part("Content-Type: image/png", b"x"),
        part("Content-Type: text/plain", "after"),
    )
    letter = parse(raw)
    assert letter.text == "before\n\nafter"
    assert letter.attachments[0].name == "attachment.png"


def test_only_a_picture_that_the_text_shows_is_inline() -> None:
    picture = (
        "Content-Type: image/png; name={0}.png\nContent-Disposition: inline; filename={0}.png\nContent-ID: <{0}@x>"
    )
    raw = multipart(
        "related",
        part("Content-Type: text/html", '<img src="cid:one@x">'),
        part(picture.format("one"), b"1"),
        part(picture.format("two"), b"2"),
    )
    assert [(one.name, one.inline) for one in parse(raw).attachments] == [("one.png", True), ("two.png", False)]


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ('filename="../../etc/passwd"', "passwd"),
        ('filename="C:\\\\Temp\\\\plan.pdf"', "plan.pdf"),
        ("filename*=utf-8''r%C3%A9sum%C3%A9.pdf", "résumé.pdf"),
        ("filename*0*=utf-8''r%C3%A9; filename*1=sum; filename*2*=%C3%A9.pdf", "résumé.pdf"),
        ('filename="=?utf-8?q?r=C3=A9sum=C3=A9.pdf?="', "résumé.pdf"),
        ('filename="facture\u202efdp.exe"', "facturefdp.exe"),
        ('filename="a\tb.pdf"', "a b.pdf"),
        ('filename=""', "attachment.pdf"),
        ('filename="..."', "attachment.pdf"),
        ('filename="con.pdf"', "_con.pdf"),
        ("filename=my plan.pdf", "my plan.pdf"),
        ("filename=été.pdf", "été.pdf"),
    ],
)
def test_a_file_name_is_safe_and_readable(header: str, name: str) -> None:
    raw = multipart("mixed", part(f"Content-Type: application/pdf\nContent-Disposition: attachment; {header}", b"%PDF"))
    assert parse(raw).attachments[0].name == name


def test_a_forwarded_letter_is_a_file_and_can_be_read() -> None:
    raw = multipart(
        "mixed",
        part("Content-Type: text/plain", "See below"),
        part("Content-Type: message/rfc822", "From: b@example.org\nSubject: Fault\n\nIt broke."),
    )
    letter = parse(raw)
    assert letter.attachments[0].name == "Fault.eml"
    assert "It broke." in letter.text
    assert letter.reply == "See below"


def test_an_invitation_alone_is_told_in_words() -> None:
    event = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Visit\nDTSTART:20260302T090000Z\nLOCATION:Shop\\, Lyon\nEND:VEVENT\nEND:VCALENDAR"
    letter = parse(part("From: a@example.org\nContent-Type: text/calendar; method=REQUEST", event))
    assert letter.text == "Visit\n2026-03-02 09:00 UTC\nShop, Lyon"
    assert letter.attachments[0].media_type == "text/calendar"


def tnef(*attributes: tuple[int, int, bytes]) -> bytes:
    """Write a TNEF stream of (level, attribute, content)."""
    return b"\x78\x9f\x3e\x22\x00\x00" + b"".join(
        struct.pack("<BHHI", level, name, 0, len(content)) + content + b"\0\0" for level, name, content in attributes
    )


def test_winmail_dat_gives_its_words_and_its_files() -> None:
    packed = tnef((1, 0x800C, b"Bonjour\0"), (2, 0x9002, b""), (2, 0x8010, b"plan.pdf\0"), (2, 0x800F, b"%PDF"))
    letter = parse(multipart("mixed", part("Content-Type: application/ms-tnef; name=winmail.dat", packed)))
    assert letter.text == "Bonjour"
    assert [(one.name, one.content) for one in letter.attachments] == [("plan.pdf", b"%PDF")]


def test_the_rich_text_of_winmail_dat_is_read() -> None:
    # The two examples of MS-OXRTFCP, section 3.
    first = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
    )
    second = bytes.fromhex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0")
    assert words_of(decompress(first)) == ("hello world", False)
    assert decompress(second) == b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"


def test_a_broken_winmail_dat_is_kept_as_it_came() -> None:
    letter = parse(multipart("mixed", part("Content-Type: application/ms-tnef; name=winmail.dat", b"nonsense")))
    assert letter.attachments[0].name == "winmail.dat"


def test_a_winmail_dat_that_is_cut_short_gives_what_it_has_and_is_kept_as_it_came() -> None:
    packed = tnef((1, 0x800C, b"Bonjour\0"), (2, 0x9002, b""), (2, 0x8010, b"plan.pdf\0"), (2, 0x800F, b"%PDF" * 9))[
        :-20
    ]
    letter = parse(multipart("mixed", part("Content-Type: application/ms-tnef; name=winmail.dat", packed)))
    assert letter.text == "Bonjour"
    assert "winmail.dat" in [one.name for one in letter.attachments]
    assert any("cut short" in defect for defect in letter.defects)


def test_a_uuencoded_file_is_taken_out_of_the_text() -> None:
    letter = parse(b"From: a@example.org\n\nHere:\n\nbegin 644 a.txt\n%:&5L;&\\ \n`\nend\n\nBye\n")
    assert (letter.attachments[0].name, letter.attachments[0].content) == ("a.txt", b"hello")
    assert letter.text.split() == ["Here:", "Bye"]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"Content-Type: multipart/mixed\n\n--x\nContent-Type: text/plain\n\nhello\n--x--\n", "hello"),
        (b"Content-Type: multipart/mixed; boundary=wrong\n\nhello", "hello"),
        (b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nhello", "hello"),
        (
            b"Content-Type: multipart/mixed; boundary=b\nContent-Transfer-Encoding: base64\n\n"
            + base64.encodebytes(b"--b\n\nhello\n--b--"),
            "hello",
        ),
        (b"Content-Transfer-Encoding: base64\n\nhello there, this is plain", "hello there, this is plain"),
        (b"Content-Transfer-Encoding: base64\n\naGVs\n!bG8gd29y\nbGQ", "hello world"),
        (b"Content-Transfer-Encoding: base64\n\naGVsbG8=\nIHdvcmxk\n", "hello world"),
        (b"Content-Type: text\n\nhello", "hello"),
        (b"Content-Type: text/plain; charset=nonsense\n\nh\xe9llo", "héllo"),
        (b"Content-Type: text/plain; charset=us-ascii\n\nh\xc3\xa9llo", "héllo"),
        (b"Content-Type: text/plain; charset=iso-8859-1\n\n\x93hello\x94", "“hello”"),
        (b"From a@b Mon Mar  2 09:00:00 2026\nSubject: x\n\nhello", "hello"),
        (b"\xef\xbb\xbfSubject: x\n\nhello", "hello"),
        (b"Subject: x\rFrom: a@b.c\r\rhello\rworld", "hello\nworld"),
        (b"Subject: x\n\nhel\x00lo", "hello"),
        (b"hello, no header at all", "hello, no header at all"),
        (b"Subject: x\nhello without a blank line", "hello without a blank line"),
        (
            b"Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n\n--b\nContent-Type: text/html\n\n<p>hello</p>\n--b--",
            "hello",
        ),
        (b"Content-Type: text/plain; format=flowed\n\nhello \nworld\n> a \n> b", "hello world\n> a b"),
        (b"", ""),
    ],
)
def test_the_words_survive_what_is_broken(raw: bytes, words: str) -> None:
    assert parse(raw).text == words


def nested() -> bytes:
    """Write a letter of 10,000 parts inside each other."""
    return b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (i, i) for i in range(10_000))


@pytest.mark.parametrize(
    "raw",
    [
        nested() + b"\nhello",
        b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nhello\n" * 50_000,
        b"X-A: b\n" * 100_000 + b"\nhello",
        b"To: " + b"a <a@example.org>, " * 100_000 + b"\n\nhello",
        b"Content-Type: message/rfc822\n\n" * 5_000 + b"hello",
    ],
    ids=["nested", "parts", "headers", "addresses", "forwarded"],
)
def test_a_hostile_letter_is_read_in_bounded_time(raw: bytes) -> None:
    began = time.process_time()
    letter: Letter = parse(raw)
    assert time.process_time() - began < 2
    assert "hello" in letter.text or letter.attachments


def test_identifiers_have_no_angle_brackets() -> None:
    letter = parse(b'Message-ID: < a@b >\nIn-Reply-To: Your letter of "Monday" <c@d>\nReferences: c@d e@f\n\nx')
    assert (letter.message_id, letter.in_reply_to, letter.references) == ("a@b", "c@d", ("c@d", "e@f"))
