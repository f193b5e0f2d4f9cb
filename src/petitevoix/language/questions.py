"""What a person asks in a message, question by question."""

from collections.abc import Iterator
from dataclasses import dataclass

from petitevoix.language.asking.clauses import Kind, asks_in
from petitevoix.language.asking.english import GRAMMAR as ENGLISH
from petitevoix.language.asking.folding import fold
from petitevoix.language.asking.french import GRAMMAR as FRENCH
from petitevoix.language.asking.grammar import Grammar
from petitevoix.language.asking.second_look import reconsidered
from petitevoix.language.asking.sentences import sentences
from petitevoix.language.detect import language_of


@dataclass(frozen=True, slots=True)
class Question:
    """One thing a person asked for, to know or to have done; `text` is `source[start:end]`, in code points."""

    text: str
    start: int
    end: int
    kind: Kind


def find(text: str, language: str | None = None) -> list[Question]:
    """Return the questions and requests in the new words of a message, in order, none over another.

    Rhetorical questions, politeness, publicity, quotes and signatures are left out. A language other than French or
    English is read as English is: its question marks count. Time grows with the length of the text and no faster.
    """
    return list(_found(text, language or language_of(text)))


def grammar_of(language: str) -> Grammar:
    """Return how a language asks, given its ISO 639-1 code."""
    return FRENCH if language[:2].lower() == "fr" else ENGLISH


def _found(text: str, language: str) -> Iterator[Question]:
    grammar = grammar_of(language)
    folded = fold(text)
    listing = False
    for sentence in sentences(text):
        words = folded[sentence.start : sentence.end]
        if sentence.opens_list and grammar.introduces.search(words):
            listing = True
            continue
        listing = listing and sentence.item
        asks = asks_in(words, grammar, listed=listing)
        if grammar is ENGLISH and language.startswith("en") and not listing:
            asks = reconsidered(words, asks)
        for ask in asks:
            start, end = sentence.start + ask.start, sentence.start + ask.end
            yield Question(text[start:end], start, end, ask.kind)
