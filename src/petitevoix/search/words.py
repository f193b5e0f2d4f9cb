"""Words as the index knows them: stems of French and English, with or without their accents."""

import re
import threading
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

EDITION = 2  # one more whenever a word is written down differently: every house then reads its cases anew
LONGEST = 40  # of a word; what is longer is a code or a mistake, and is found by its beginning
BEGINNING = 8  # letters by which a name or a title is found before its word is written to the end

_WORD = re.compile(r"[^\W_]+")
_ADDRESS = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_PARTICIPLE = re.compile("(.+)ee(s?)")
_ACCENTS = re.compile(r"[\u0300-\u036f]")
_UNSAFE = re.compile(r"[^\w@.+:-]")
_stemmers = threading.local()  # a stemmer has a state of its own while it works

# Words that say nothing by themselves: asked for beside others they are let go, alone they are searched all the same.
_SMALL_WORDS = """
a à au aux avec c ce ces d dans de des du elle en est et eux il ils je j l la le les leur lui ma mais me même mes
moi mon n ne nos notre nous on ou où par pas pour qu que qui s sa se ses si son sur ta te tes toi ton tu un une vos
votre vous y t ai as avez avons ont suis sont être cette cet the an and or but of to in at by for from with is are
was were be been i you he she it we they him her us them my your his its our their this that these those do does did
have has had
"""
SMALL = frozenset(_SMALL_WORDS.split())


def words_in(text: str) -> list[str]:
    """List the words of a text in their order, in lower case, with their accents."""
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())


def addresses_in(text: str) -> list[str]:
    """List the e-mail addresses written in a text, in lower case."""
    return _ADDRESS.findall(text.lower()) if "@" in text else []


def keys(text: str) -> set[str]:
    """Give what a text is found by: the keys of each word, and its addresses whole."""
    found: set[str] = set()
    for word in set(words_in(text)):
        found |= keys_of(word)
    found.update(safe(address) for address in addresses_in(text))
    return found


@lru_cache(maxsize=20_000)
def keys_of(word: str) -> frozenset[str]:
    """Give what one word (in lower case) is found by; two writings of a word share one at least.

    Its stems in both languages, stemmed with its accents and without them: « réparées » meets « réparation », and
    whoever leaves the accents out finds them all the same.
    """
    word = word[:LONGEST]
    bare = fold(word)
    if not bare.isalpha() or not bare.isascii():
        return frozenset({safe(bare)})
    french, english = _both()
    found = {fold(french.stemWord(word)), french.stemWord(bare), english.stemWord(bare)}
    if word == bare and (participle := _PARTICIPLE.fullmatch(word)):  # « reparees », whose accent the stem goes by
        found.add(fold(french.stemWord(f"{participle[1]}ée{participle[2]}")))
    return frozenset(found)


def beginnings(words: Iterable[str]) -> set[str]:
    """Give the beginnings that words (in lower case) are found by before they are written to their end."""
    return {
        f"^{bare[:length]}"
        for bare in {safe(fold(word)) for word in words}
        for length in range(2, min(len(bare), BEGINNING) + 1)
    }


def beginning(word: str) -> str:
    """Give the key of a word that may not be written to its end."""
    return f"^{safe(fold(word))[:BEGINNING]}"


def fold(text: str) -> str:
    """Take the accents off a text in lower case."""
    if text.isascii():
        return text
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("æ", "ae"))).lower()


def safe(token: str) -> str:
    """Write a key so that either database takes it as one word."""
    return _UNSAFE.sub("_", token)[:100]


def _both() -> tuple[Any, Any]:
    if not hasattr(_stemmers, "both"):
        import snowballstemmer

        _stemmers.both = snowballstemmer.stemmer("french"), snowballstemmer.stemmer("english")
    return _stemmers.both
