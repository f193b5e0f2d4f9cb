"""What the second ear for tone is taught: sentences that we wrote, and harmless ones of others, never copied here.

`lessons/tone.en*.txt` and `lessons/tone.fr*.txt` hold families of sentences: `== insult: no wits` opens one, `[a|b]` is
one of several, `{person}` one of a table above, and each line is written out some times, by lot, always the same. Some
are then mistyped, or run on from a complaint without a stop, as people write.
"""

import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from zlib import crc32

from petitevoix.language import tone
from petitevoix.language.hostility.tables import KINDS

HERE = Path(__file__).parent
CATALOGUE = Path(tone.__file__).parents[1] / "locale/fr/LC_MESSAGES/django.po"
TOWN = Path(tone.__file__).parents[1] / "config/demo/town"
# Apache-2.0, CDLA-Permissive-2.0 and MIT: docs/adr/0010-a-second-ear-for-tone.md has the notices.
ORDINARY = ("questions/requests-en", "themes/banking", "guides/faq-fr-queries", "guides/faq-en-queries")
FOLDS = 5
MOST_TIMES = 36  # at most so often is a line of the lessons written out
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_TABLE = re.compile(r"\{(\w+)\}")
_JOINS = {
    "en": (", ", " and ", " ", " - ", " so ", ", and "),
    "fr": (", ", " et ", " ", " - ", " donc ", ", et "),
}


@dataclass(frozen=True, slots=True)
class Lesson:
    """A sentence, the family it belongs to, and its kind: 0 for none, else its place in KINDS and one."""

    text: str
    family: str
    kind: int
    worth: float = 1.0


@dataclass(frozen=True, slots=True)
class Part:
    """Which lines and which words of tables are used: all, all but one fold of both, or only that fold."""

    fold: int | None = None
    held_out: bool = False

    def keeps(self, text: str) -> bool:
        """Say whether a line or a word is of this part."""
        return self.fold is None or (crc32(text.encode()) % FOLDS == self.fold) == self.held_out

    def words(self, table: list[str]) -> list[str]:
        """Return the words of a table that this part may use; a small table is not cut."""
        kept = [word for word in table if self.keeps(word)] if len(table) >= 3 * FOLDS else table
        return kept or table


def our_lessons(part: Part) -> Iterator[Lesson]:
    """Write out the lessons of both languages."""
    for language in ("en", "fr"):
        chance = random.Random(11)
        tables: dict[str, list[str]] = {}
        family, kind = "", 0
        harmless: list[str] = []
        lessons = []
        for path in sorted((HERE / "lessons").glob(f"tone.{language}*.txt"), reverse=True):
            for line in path.read_text("utf-8").splitlines():
                if line.startswith("@"):
                    name, words = line[1:].split(":", 1)
                    tables[name] = part.words([word.strip() for word in words.split("|")])
                elif line.startswith("=="):
                    title = line[2:].strip()
                    family = f"{language} {title}"
                    kind = (KINDS.index(title.split(":")[0]) + 1) if not title.startswith("none") else 0
                elif line.strip() and part.keeps(line):
                    times = min(MOST_TIMES, 4 + 8 * len(_CHOICE.findall(line)) + 10 * len(_TABLE.findall(line)))
                    times *= 1 if kind else 2
                    written = dict.fromkeys(written_out(line, tables, chance) for _ in range(times))
                    worth = (3 if kind else 4.5) / (2 + len(written)) ** 0.5
                    lessons += [Lesson(text, family, kind, worth) for text in written]
                    harmless += [text for text in written if not kind and can_run_on(text)]
        for lesson in lessons:
            yield lesson
            yield from spoilt(lesson, harmless, language, chance)


def spoilt(lesson: Lesson, harmless: list[str], language: str, chance: random.Random) -> Iterator[Lesson]:
    """Return what may become of a sentence: run on from another one, mistyped, or both."""
    text = lesson.text
    lot = chance.random()
    if lot < 0.3 and len(text) < 120:
        before = chance.choice(harmless).rstrip(" .!?…")
        pair = (before, text) if chance.random() < 0.7 else (text.rstrip(" .!?…"), before)
        text = chance.choice(_JOINS[language]).join(pair)
    if 0.2 < lot < 0.45:
        text = mistyped(text, chance)
    if text != lesson.text:
        yield replace(lesson, text=text, worth=lesson.worth * 0.7)


def can_run_on(text: str) -> bool:
    """Say whether a sentence is one, and tells nothing of what somebody else said: that ends where it begins."""
    return (
        len(text) < 90
        and not re.search(r"[.!?;:…].*\w", text)
        and any(clause.endswith(" x") for clause, _ in tone.clauses_in(text.rstrip(" .!?…") + " x"))
    )


def mistyped(text: str, chance: random.Random) -> str:
    """Return a sentence as a hasty hand types it: no capitals, no stop, a letter lost, doubled or changed places."""
    letters = list(text.lower().rstrip(".!") if chance.random() < 0.6 else text)
    for _ in range(chance.choice((0, 1, 1, 2))):
        at = chance.randrange(len(letters)) if letters else 0
        if at + 1 < len(letters) and letters[at].isalpha() and letters[at + 1].isalpha():
            lot = chance.random()
            if lot < 0.4:
                del letters[at]
            elif lot < 0.7:
                letters[at], letters[at + 1] = letters[at + 1], letters[at]
            else:
                letters.insert(at, letters[at])
    return "".join(letters)


def written_out(line: str, tables: dict[str, list[str]], chance: random.Random) -> str:
    """Choose one of each choice and one of each table."""
    line = _CHOICE.sub(lambda found: chance.choice(found[1].split("|")), line)
    for _ in range(2):  # a word of a table may name a table
        line = _TABLE.sub(lambda found: chance.choice(tables[found[1]]), line)
    return " ".join(line.replace("?,", ",").split()).replace(" ,", ",")


def our_rows() -> Iterator[Lesson]:
    """Return the "dev" rows of our sets of tone; the family of a row is its place."""
    for language in ("en", "fr"):
        for at, row in enumerate(rows_of(HERE / f"tone.{language}.jsonl")):
            if row["set"] == "dev":
                kind = KINDS.index(row["kinds"][0]) + 1 if row["kinds"] else 0
                # Of a complaint with one insult in it we do not know which sentence that is.
                if not kind or len(re.findall(r"[.!?]\s", row["text"])) == 0:
                    yield Lesson(row["text"], f"rows {at % FOLDS}", kind, 1.5)


def our_harmless() -> Iterator[Lesson]:
    """Return what we wrote for the other readers, the pages and the town: none of it is abuse."""
    for name in ("questions", "promises", "answers", "asks"):
        for language in ("en", "fr"):
            for row in rows_of(HERE / f"{name}.{language}.jsonl"):
                yield Lesson(row.get("text") or row["reply"], "harmless", 0, 1.0)
    for language in ("en", "fr"):
        for row in rows_of(HERE / "lessons" / f"answers.{language}.jsonl"):
            for text in (row["reply"], *row["questions"]):
                yield Lesson(text, "harmless", 0, 1.0)
    for found in re.finditer(r'^(?:msgid|msgstr) "(.{12,300})"$', CATALOGUE.read_text("utf-8"), re.M):
        yield Lesson(re.sub(r"%\(\w+\)s|<[^>]*>|&\w+;|\\n", " ", found[1]), "the pages", 0, 0.5)
    for path in sorted(TOWN.glob("*.toml")):
        for found in re.finditer(r'"([^"\n]{25,})"|^([A-Z][^"=\n]{25,})$', path.read_text("utf-8"), re.M):
            yield Lesson(found[1] or found[2], "the town", 0, 1.0)


def ordinary(folder: Path) -> Iterator[Lesson]:
    """Return every second row of the ordinary mail of others, all of it harmless; the rows between only measure."""
    for name in ORDINARY:
        for row in rows_of(folder / f"{name}.jsonl")[::2]:
            yield Lesson(row["text"], "ordinary", 0, 2.0)


def articles(folder: Path) -> Iterator[Lesson]:
    """Return the sentences of the articles of covidfaq, all of them harmless."""
    for name in ("guides/faq-fr-articles", "guides/faq-en-articles"):
        for row in rows_of(folder / f"{name}.jsonl"):
            for sentence in re.split(r"(?<=[.!?])\s+|\n+", f"{row['question']} {row['answer']}"):
                if 15 < len(sentence) < 300:
                    yield Lesson(sentence, "articles", 0, 1.0)


def rows_of(path: Path) -> list[dict]:
    """Return the rows of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
