import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from petitevoix.language.reply import Split, split

LETTERS = [json.loads(line) for line in (Path(__file__).parent / "letters.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter["id"])
def test_the_new_words_of_a_letter_are_found(letter):
    assert folded(split(letter["text"]).reply) == folded(letter["reply"])


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter["id"])
def test_reading_a_reply_again_changes_nothing(letter):
    reply = split(letter["text"]).reply
    assert split(reply).reply == reply


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter["id"])
def test_line_endings_of_windows_change_nothing(letter):
    assert split(letter["text"].replace("\n", "\r\n")).reply.replace("\r\n", "\n") == split(letter["text"]).reply


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter["id"])
def test_no_line_of_a_letter_is_lost(letter):
    assert not lost_lines(letter["text"])


def test_what_was_folded_can_be_unfolded():
    assert split(
        "Oui.\n\nEnvoyé de mon iPhone\n\nLe 4 mars 2024 à 10:12, Ana <ana@example.org> a écrit :\n> Non ?"
    ) == Split(
        reply="Oui.",
        rest="Envoyé de mon iPhone\n\nLe 4 mars 2024 à 10:12, Ana <ana@example.org> a écrit :\n> Non ?",
    )


def test_a_text_without_quote_comes_back_as_it_was():
    text = "  Bonjour,\n\n\n   - un\n   - deux\n\nAna  \n"
    assert split(text) == Split(text.strip(), "")


def test_nothing_comes_of_nothing():
    assert split("") == split(" \n\t\n") == Split("", "")


def test_a_letter_with_nothing_new_is_shown_whole():
    text = "Le 4 mars 2024 à 10:12, Ana <ana@example.org> a écrit :\n> Non ?"
    assert split(text) == Split(text, "")


def test_a_letter_is_written_once_whatever_the_space_before_the_colon():
    for space in ("", " ", "\u00a0", "\u202f"):
        assert split(f"Oui.\n\nLe 4 mars 2024 à 10:12, Ana <ana@example.org> a écrit{space}:\n\nNon ?").reply == "Oui."


PIECES = st.sampled_from(
    [
        "Bonjour,", "Merci, Ana", "", "", "> cité", ">", ">> deux fois", "-- ", "--", "-----", "________________________________", "De : Ana <ana@example.org>",
        "Envoyé : lundi 4 mars 2024 10:12", "À : nous", "Objet : Re: panne", "Le 4 mars 2024 à 10:12, Ana <ana@example.org>", "a écrit :", "On Mon wrote:", "wrote:",
        "Envoyé de mon iPhone", "Sent from my mobile", "-----Message d'origine-----", "Ce message est confidentiel et destiné exclusivement à son destinataire, par erreur détruire.",
        "- une liste", "-Ana", "Que faire ?", "Message du 04/03/24", "www.avast.com", "Garanti sans virus. www.avast.com", "https://example.org", ":", "\ufeff", "\u200b", "\x00", "\ud800", "\x0b\x0c", "\x85", "\u2028",
    ]
)  # fmt: skip
LETTER = st.lists(PIECES | st.text(max_size=30), max_size=25).map("\n".join)


@given(LETTER)
@settings(max_examples=400, deadline=None)
def test_no_line_of_any_text_is_lost(text):
    assert not lost_lines(text)


@given(LETTER)
@settings(max_examples=400, deadline=None)
def test_a_text_with_words_has_a_reply(text):
    assert bool(split(text).reply) == bool(text.strip())


@given(LETTER)
@settings(max_examples=200, deadline=None)
def test_a_reply_read_again_stays_the_same(text):
    reply = split(text).reply
    assert split(reply).reply == reply


@pytest.mark.parametrize(
    "unit",
    [
        "\n", ":\n", "a\n", "a:\n", ">\n", "> a\na\n", "--\n", "-- \n\n", "a@b.c:\n", "1:00 <a@b> wrote\n", "On 1 wrote:\n", "le le le le ", "le 1 ", "De : a\n", "De : a@b\n", "À :\n", "x" * 80 + "\n",
        "On 4 March 2024 at 10:12, ", "<a@b ", "((((", "Envoyé de ", "Envoyé de mon\n", "-" * 70 + "\n", "_", " ", "\t\n", "\u00a0", "a écrit ", "a écrit\n", "Ce message \n", "confidentiel ", "From: Sent: ",
        "www.avast.com\n", "http://a ", "https://\n", "\ufeff\n", "é", "12.34.56:78 ", "Sent from my iPhone\n\n", "\x00", "*", "在 1 ", "-Ana\n\n", "- a\n\n-Ana\n\n", "a.\n\nSent from my iPhone\n\n",
    ],
    ids=repr,
)  # fmt: skip
def test_a_megabyte_of_hostile_text_takes_less_than_a_second(unit):
    text = (unit * (1_000_000 // len(unit) + 1))[:1_000_000]
    started = time.process_time()
    split(text)
    assert time.process_time() - started < 1


def folded(text):
    return " ".join(text.split())


def lost_lines(text):
    found = split(text)
    there = {line.strip() for part in (found.reply, found.rest) for line in part.splitlines()}
    return [line for line in text.splitlines() if line.strip() and not is_there(line.strip(), there)]


def is_there(line, there):
    """Whole, or in two where a program had run its header on after the person's words."""
    return line in there or any({line[:at].strip(), line[at:].strip()} <= there for at in range(1, len(line)))
