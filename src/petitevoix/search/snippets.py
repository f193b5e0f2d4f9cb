"""Snippets: of all the words of a case, the few lines that show why it was found, the words asked for marked."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from petitevoix.cases.models import Attachment, Case, Message
from petitevoix.kit.typography import typeset
from petitevoix.search.asking import Asked
from petitevoix.search.models import FileText
from petitevoix.search.words import fold, keys_of

LENGTH = 220  # characters
MOST_MESSAGES = 600  # that are looked through for one page, the newest
LOOKED_AT = 20_000  # characters of one message
_SPACES = re.compile(r"\s+")
_LETTERS = {
    "a": "[aàâäáãå]", "c": "[cç]", "e": "[eéèêë]", "i": "[iîïíì]", "n": "[nñ]", "o": "[oôöóòõ]", "u": "[uùûüú]",
    "y": "[yÿý]",
}  # fmt: skip
_START, _END = r"(?<![^\W_])", r"(?![^\W_])"


class Piece(NamedTuple):
    """Some words, marked where they are what was asked for."""

    text: str
    is_marked: bool


class Snippet(NamedTuple):
    """Where words were found and a few of them: in a message (by its voice), or in a file (by its name)."""

    pieces: list[Piece]
    language: str
    voice: str = ""
    file: str = ""


class _Source(NamedTuple):
    text: str
    language: str
    voice: str
    file: str = ""


def snippets(case_ids: Sequence[int], asked: Asked) -> dict[int, Snippet]:
    """Give the best few words of each case; a case whose words are found elsewhere (a name, a title) has none."""
    seeker = _Seeker.of(asked)
    if seeker is None:
        return {}
    best: dict[int, tuple[int, _Source]] = {}
    for case_id, source in _messages(case_ids):
        _keep_better(best, case_id, source, seeker)
    wordless = [case_id for case_id in case_ids if case_id not in best]
    for case_id, source in _files(wordless):
        _keep_better(best, case_id, source, seeker)
    return {case_id: seeker.cut(source) for case_id, (_count, source) in best.items()}


def marked(text: str, asked: Asked) -> list[Piece]:
    """Mark in a short text what was asked for."""
    seeker = _Seeker.of(asked)
    return seeker.mark(text) if seeker else [Piece(text, is_marked=False)]


def holding(case_ids: Sequence[int], asked: Asked) -> set[int]:
    """Tell which cases hold the exact words, and none of those that must not be there."""
    wanted = [_exactly(tuple(words)) for words in asked.exact]
    never = [_exactly(tuple(words)) for words in asked.never]
    texts: dict[int, list[str]] = defaultdict(list)
    for case_id, title in Case.objects.filter(pk__in=case_ids).values_list("pk", "title"):
        texts[case_id].append(title)
    for message in Message.objects.told().let_through().filter(case__in=case_ids).only("case", "words", "rest"):
        texts[message.case_id] += [message.words, message.rest]
    for case_id, source in _files(case_ids):
        texts[case_id] += [source.text, source.file]

    def any_has(pattern: re.Pattern[str], case_id: int) -> bool:
        return any(pattern.search(_composed(text)) for text in texts[case_id])

    return {
        pk for pk in texts if all(any_has(one, pk) for one in wanted) and not any(any_has(one, pk) for one in never)
    }


def _keep_better(best: dict[int, tuple[int, _Source]], case_id: int, source: _Source, seeker: "_Seeker") -> None:
    before = best[case_id][0] if case_id in best else 0
    if before < len(seeker.words) and seeker.may_hold(source.text) > before:
        count = seeker.count(source.text)
        if count > before:
            best[case_id] = (count, source)


def _messages(case_ids: Sequence[int]) -> Iterable[tuple[int, _Source]]:
    """Read the newest messages of some cases, the newest first."""
    rows = Message.objects.let_through().filter(case__in=case_ids, withdrawn_at=None).order_by("-id")
    for case_id, words, language, voice in rows.values_list("case_id", "words", "language", "voice")[:MOST_MESSAGES]:
        yield case_id, _Source(words[:LOOKED_AT], language, voice)


def _files(case_ids: Sequence[int]) -> Iterable[tuple[int, _Source]]:
    rows = Attachment.objects.let_through().filter(message__case__in=case_ids, message__withdrawn_at=None)
    named = list(rows.values_list("message__case_id", "name", "sha256", "message__language")[:200]) if case_ids else []
    texts = FileText.objects.in_bulk({sha256 for _case, _name, sha256, _language in named}) if named else {}
    for case_id, name, sha256, language in named:
        if sha256 in texts:
            yield case_id, _Source(texts[sha256].text, language, "", name)


class _Seeker:
    """Finds the words that were asked for, in any of their forms."""

    def __init__(self, words: tuple[str, ...], typed: str) -> None:
        self.words = words
        self.keys = {word: keys_of(word) for word in words}
        self.stems = [_stem(word) for word in words]
        self.typed = fold(typed)  # the last word, which may not be written to its end
        self.pattern = re.compile(f"{_START}(?:{'|'.join(map(_any_accent, self.stems))})[^\\W_]*", re.IGNORECASE)

    @classmethod
    def of(cls, asked: Asked) -> "_Seeker | None":
        words = tuple(dict.fromkeys(asked.words))
        return _seeker(words, words[-1]) if words else None

    def may_hold(self, text: str) -> int:
        """Count how many of the words a text may hold: a look that costs little, before the one that is right."""
        bare = fold(text.lower())
        return sum(stem in bare for stem in self.stems)

    def count(self, text: str) -> int:
        """Count how many of the words are in a text."""
        found: set[str] = set()
        for match in self.pattern.finditer(_composed(text)):
            found.update(self._meant(match.group()))
            if len(found) == len(self.words):
                break
        return len(found)

    def cut(self, source: _Source) -> Snippet:
        """Cut out of a text the window that shows most of the words."""
        text = _SPACES.sub(" ", _composed(source.text)).strip()
        places = [(m.start(), m.end(), word) for m in self.pattern.finditer(text) for word in self._meant(m.group())]
        start, best = 0, 0
        for at, _end, _word in places[:500]:
            shown = {word for begin, end, word in places[:500] if at <= begin and end <= at + LENGTH - 40}
            if len(shown) > best:
                start, best = at, len(shown)
        start = max(start - 40, 0)
        if start:
            start = text.find(" ", start) + 1
        end = len(text) if len(text) <= start + LENGTH else max(text.rfind(" ", start, start + LENGTH), start + 1)
        window = typeset(text[start:end], source.language)
        pieces = self.mark(f"{'… ' if start else ''}{window}{' …' if end < len(text) else ''}")
        return Snippet(pieces, source.language, source.voice, source.file)

    def mark(self, text: str) -> list[Piece]:
        """Cut a text into pieces that were asked for and pieces that were not."""
        pieces, at = [], 0
        text = _composed(text)
        for match in self.pattern.finditer(text):
            if self._meant(match.group()):
                pieces += [Piece(text[at : match.start()], is_marked=False), Piece(match.group(), is_marked=True)]
                at = match.end()
        return [piece for piece in [*pieces, Piece(text[at:], is_marked=False)] if piece.text]

    def _meant(self, found: str) -> list[str]:
        found = found.lower()
        keys = keys_of(found)
        return [
            word
            for word in self.words
            if self.keys[word] & keys or (word == self.words[-1] and fold(found).startswith(self.typed))
        ]


@lru_cache(maxsize=256)
def _seeker(words: tuple[str, ...], typed: str) -> _Seeker:
    return _Seeker(words, typed)


@lru_cache(maxsize=256)
def _exactly(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(_START + r"[\W_]+".join(_any_accent(fold(word)) for word in words) + _END, re.IGNORECASE)


def _stem(word: str) -> str:
    """Give what all forms of a word begin with, without accents."""
    forms = [fold(word), *keys_of(word)]
    length = next((n for n in range(min(map(len, forms)), 0, -1) if len({form[:n] for form in forms}) == 1), 1)
    return forms[0][:length]


def _any_accent(bare: str) -> str:
    written = "".join(_LETTERS.get(letter, re.escape(letter)) for letter in bare)
    return written.replace("[oôöóòõ][eéèêë]", "(?:[oôöóòõ][eéèêë]|œ)").replace(
        "[aàâäáãå][eéèêë]", "(?:[aàâäáãå][eéèêë]|æ)"
    )


def _composed(text: str) -> str:
    return text if text.isascii() or unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)
