"""A label that lies about the bytes costs no word."""

from __future__ import annotations

import base64

import pytest

from petitevoix.channels.email.reading.parse import parse


def text(content: bytes, *, charset: str = "utf-8", encoding: str = "base64") -> str:
    """Read the words of a letter with this body."""
    head = (
        f"From: a@example.org\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: {encoding}\n\n"
    )
    return parse(head.encode() + content).text


@pytest.mark.parametrize(
    "words",
    ["Merci beaucoup", "Merci", "Oui", "Test", "Non merci", "Voir la note", "Ana\n\nVoici la facture 12345\n\nMerci"],
)
def test_a_few_plain_words_that_say_base64_stay_words(words: str) -> None:
    assert text(words.encode()) == words


@pytest.mark.parametrize(
    "words", ["é", "Oui", "Merci é", "日本", "A longer text, with more than one line of base64. é"]
)
def test_short_base64_is_undone_whatever_stands_between_its_pieces(words: str) -> None:
    coded = base64.b64encode(words.encode())
    for between in (b"", b"\n", b" ", b"\r\n "):
        assert text(between.join(coded[at : at + 20] for at in range(0, len(coded), 20))) == words


def test_a_plain_footer_below_base64_breaks_neither() -> None:
    footer = "_______________\nFriends mailing list\nhttp://x.example/z"
    words = "L’été coûte 12 €"
    assert text(base64.encodebytes(words.encode()) + b"\n" + footer.encode() + b"\n") == f"{words}\n{footer}"


def test_the_quotes_and_dashes_of_windows_survive_the_name_of_latin_9() -> None:
    raw = "l’été – 12 €".encode("cp1252", "replace").replace(b"\x80", b"\xa4")
    assert text(raw, charset="iso-8859-15", encoding="8bit") == "l’été – 12 €"


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("text/rtf", r"{\rtf1\ansi La bo\'eete\par}"),
        ("text/enriched", "<bold>La</bold>\nboîte"),
        ("text/richtext", "La <italic>boîte</italic>"),
    ],
)
def test_words_that_are_dressed_otherwise_are_undressed(kind: str, words: str) -> None:
    assert parse(f"From: a@example.org\nContent-Type: {kind}; charset=utf-8\n\n{words}".encode()).text == "La boîte"


def test_enriched_text_keeps_its_own_angle_brackets() -> None:
    assert parse(b"From: a@example.org\nContent-Type: text/enriched\n\n1 << 2 <bold>is</bold> so").text == "1 < 2 is so"
