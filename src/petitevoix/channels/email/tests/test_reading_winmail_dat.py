"""What Outlook packs into winmail.dat is read as if it had come openly: words, page, pictures, letters within."""

from __future__ import annotations

import base64
import struct

from petitevoix.channels.email.reading.letter import Letter
from petitevoix.channels.email.reading.parse import parse
from petitevoix.channels.email.reading.rtf import words_of

PLAIN, HTML, RTF, NAME, CONTENT_ID, OBJECT = 0x1000, 0x1013, 0x1009, 0x3707, 0x3712, 0x3701


def stream(*attributes: tuple[int, int, bytes]) -> bytes:
    """Write a TNEF stream of (level, attribute, content)."""
    return b"\x78\x9f\x3e\x22\x01\x00" + b"".join(
        struct.pack("<BHHI", level, name, 0, len(content)) + content + struct.pack("<H", sum(content) & 0xFFFF)
        for level, name, content in attributes
    )


def properties(**values: bytes) -> bytes:
    """Write MAPI properties named by their hexadecimal key (`x1013`), all as bytes or, where they are names, text."""
    kinds = {NAME: 0x1E, CONTENT_ID: 0x1E, OBJECT: 0x0D}
    out = struct.pack("<I", len(values))
    for name, value in values.items():
        key = int(name[1:], 16)
        out += struct.pack("<HHII", kinds.get(key, 0x0102), key, 1, len(value)) + value + b"\0" * (-len(value) % 4)
    return out


def letter(packed: bytes, *, words: str = "", name: str = "winmail.dat", kind: str = "application/ms-tnef") -> Letter:
    """Read a letter with these plain words and this winmail.dat."""
    return parse(
        b'From: Ana <ana@example.org>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n'
        b"--b\nContent-Type: text/plain; charset=utf-8\n\n" + words.encode() + b"\n"
        b"--b\nContent-Transfer-Encoding: base64\nContent-Type: "
        + f'{kind}; name="{name}"\n\n'.encode()
        + base64.encodebytes(packed)
        + b"--b--\n"
    )


PAGE = b"<p>The <b>red</b> key</p><img src='cid:i1'>"
PICTURE = ((2, 0x9002, b""), (2, 0x8010, b"I.PNG\0"), (2, 0x800F, b"\x89PNG"), (2, 0x9005, properties(x3712=b"i1\0")))


def test_its_page_is_shown_with_the_pictures_that_stand_in_it() -> None:
    read = letter(stream((1, 0x9003, properties(x1013=PAGE)), *PICTURE))
    assert read.text == "The red key"
    assert read.html == '<p>The <b>red</b> key</p><img data-cid="i1">'
    assert [(one.name, one.inline) for one in read.attachments] == [("I.PNG", True)]


def test_its_page_is_shown_where_it_says_what_the_plain_words_say() -> None:
    assert "<b>red</b>" in (letter(stream((1, 0x9003, properties(x1013=PAGE))), words="The red\nkey\n").html or "")


def test_its_page_is_not_shown_instead_of_other_words_and_a_picture_is_then_a_file() -> None:
    read = letter(stream((1, 0x9003, properties(x1013=PAGE)), *PICTURE), words="Something else\n")
    assert (read.text, read.html) == ("Something else", None)
    assert [(one.name, one.inline) for one in read.attachments] == [("I.PNG", False)]


def test_its_page_is_read_by_the_charset_that_it_names() -> None:
    page = '<meta http-equiv=Content-Type content="text/html; charset=iso-8859-2"><p>Zażółć</p>'.encode("iso-8859-2")
    assert letter(stream((1, 0x9003, properties(x1013=page)))).text == "Zażółć"


def test_signs_that_have_a_word_in_rich_text_are_kept() -> None:
    rich = rb"{\rtf1\ansi\uc1 L\rquote \'e9t\'e9 \endash  \ldblquote 12\~\u8364?\rdblquote \emdash\bullet a\_b\par}"
    assert words_of(rich)[0] == "L’été – “12 €”—•a-b"


def test_what_stands_in_for_a_sign_in_old_readers_is_left_out_however_long_it_is() -> None:
    assert words_of(rb"{\rtf1\ansi\uc2 \u26085\'93\'fa\uc1\u26412?\uc0\u35486 x}")[0] == "日本語x"


def test_it_is_known_by_its_bytes_whatever_it_is_called() -> None:
    packed = stream((1, 0x800C, b"Bonjour\0"), (2, 0x9002, b""), (2, 0x8010, b"plan.pdf\0"), (2, 0x800F, b"%PDF"))
    read = letter(packed, name="ATT00001.dat", kind="application/octet-stream")
    assert read.text == "Bonjour"
    assert [one.name for one in read.attachments] == ["plan.pdf"]


def test_a_letter_forwarded_in_it_is_read_and_kept() -> None:
    inner = stream(
        (1, 0x8004, b"The fault\0"), (1, 0x800C, b"It broke.\0"),
        (2, 0x9002, b""), (2, 0x8010, b"photo.jpg\0"), (2, 0x800F, b"\xff\xd8"),
    )  # fmt: skip
    guid = bytes.fromhex("0703020000000000c000000000000046")
    holder = ((2, 0x9002, b""), (2, 0x8010, b"The fault\0"), (2, 0x9005, properties(x3701=guid + inner)))
    read = letter(stream((1, 0x800C, b"See below\0"), *holder))
    assert read.reply == "See below"
    assert "Subject: The fault\n\nIt broke." in read.text
    assert [one.name for one in read.attachments] == ["The fault.dat", "photo.jpg"]


def test_letters_packed_in_letters_without_end_are_opened_a_few_deep() -> None:
    guid = bytes.fromhex("0703020000000000c000000000000046")
    packed = stream((1, 0x800C, b"Bottom\0"))
    for _ in range(40):
        packed = stream((1, 0x800C, b"Up\0"), (2, 0x9002, b""), (2, 0x9005, properties(x3701=guid + packed)))
    assert letter(packed).text.count("Forwarded") == 3


def test_of_hundreds_of_letters_in_it_the_first_are_opened_and_all_are_kept() -> None:
    guid = bytes.fromhex("0703020000000000c000000000000046")
    inner = guid + stream((1, 0x800C, b"One\0"))
    read = letter(
        stream(
            *(
                (2, name, value)
                for _ in range(300)
                for name, value in ((0x9002, b""), (0x9005, properties(x3701=inner)))
            )
        )
    )
    assert read.text.count("Forwarded") == 20
    assert len(read.attachments) == 300
