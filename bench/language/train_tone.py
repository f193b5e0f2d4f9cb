"""Make the weights of the second ear for tone, from sentences that we wrote and from sets of others, never copied here.

`lessons/tone.en.txt` and `lessons/tone.fr.txt` hold families of sentences: `== insult: no wits` opens one, `[a|b]` is
one of several, `{person}` one of a table above, and each line is written out some times, by lot, always the same.
To them come the "dev" rows of `tone.*.jsonl`, hatecheck-fr and, as harmless, what we wrote for the other readers and
every second row of the ordinary mail of others; the rows between are for measuring alone.

`python -m bench.language.train_tone` first leaves out whole families, one in five at a time, and prints how much of
them is heard by those who never met them; then writes the weights that all of them give. The same input gives the same
bytes.
"""

import argparse
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from petitevoix.language import tone
from petitevoix.language.hostility import second_ear
from petitevoix.language.hostility.tables import KINDS

HERE = Path(__file__).parent
OUT = Path(second_ear.__file__).with_name("second-ear.weights")
CATALOGUE = Path(tone.__file__).parents[1] / "locale/fr/LC_MESSAGES/django.po"
TOWN = Path(tone.__file__).parents[1] / "config/demo/town"
# Apache-2.0, CDLA-Permissive-2.0 and MIT: docs/adr/0010-a-second-ear-for-tone.md has the notices.
ORDINARY = ("questions/requests-en", "themes/banking", "guides/faq-fr-queries", "guides/faq-en-queries")
TIMES = 14  # at most so often is a line of the lessons written out
ROUNDS, AT_ONCE, RATE = 10, 512, 0.05
DECAY = 3e-5
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_TABLE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Lesson:
    """A sentence, the family it belongs to, and its kind: 0 for none, else its place in KINDS and one."""

    text: str
    family: str
    kind: int
    worth: float = 1.0


def main() -> None:
    """Print how unknown families are heard, then write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="the folder of other people's sets")
    parser.add_argument("--half", action="store_true", help="write what every second row of hatecheck-fr teaches")
    parser.add_argument("--only-write", action="store_true", help="do not leave families out first")
    arguments = parser.parse_args()
    lessons = [
        *our_lessons(),
        *our_rows(),
        *our_harmless(),
        *interface(),
        *town(),
        *ordinary(arguments.data),
        *hatecheck(arguments.data, 2 if arguments.half else 1),
    ]
    examples = [(places, lesson) for lesson in lessons for places in clauses_of(lesson)]
    print(len(lessons), "lessons,", len(examples), "clauses")
    if not arguments.only_write:
        leave_out(examples)
    OUT.write_bytes(as_bytes(trained(examples)))


def our_lessons() -> Iterator[Lesson]:
    """Write out the lessons of both languages."""
    for language in ("en", "fr"):
        chance = random.Random(11)
        tables: dict[str, list[str]] = {}
        family, kind = "", 0
        for line in (HERE / "lessons" / f"tone.{language}.txt").read_text("utf-8").splitlines():
            if line.startswith("@"):
                name, words = line[1:].split(":", 1)
                tables[name] = [word.strip() for word in words.split("|")]
            elif line.startswith("=="):
                title = line[2:].strip()
                family = f"{language} {title}"
                kind = (KINDS.index(title.split(":")[0]) + 1) if not title.startswith("none") else 0
            elif line.strip():
                written = dict.fromkeys(written_out(line, tables, chance) for _ in range(TIMES))
                for text in written:
                    yield Lesson(text, family, kind, 3 / (2 + len(written)) ** 0.5)


def written_out(line: str, tables: dict[str, list[str]], chance: random.Random) -> str:
    """Choose one of each choice and one of each table."""
    line = _CHOICE.sub(lambda found: chance.choice(found[1].split("|")), line)
    line = _TABLE.sub(lambda found: chance.choice(tables[found[1]]), line)
    return " ".join(line.replace("?,", ",").split())


def our_rows() -> Iterator[Lesson]:
    """Return the "dev" rows of our sets of tone; the family of a row is its place."""
    for language in ("en", "fr"):
        for at, row in enumerate(rows_of(HERE / f"tone.{language}.jsonl")):
            if row["set"] == "dev":
                kind = KINDS.index(row["kinds"][0]) + 1 if row["kinds"] else 0
                # Of a complaint with one insult in it we do not know which sentence that is.
                if not kind or len(re.findall(r"[.!?]\s", row["text"])) == 0:
                    yield Lesson(row["text"], f"rows {at % 10}", kind, 1.5)


def our_harmless() -> Iterator[Lesson]:
    """Return what we wrote for the other readers: none of it is abuse."""
    for name in ("questions", "promises", "answers", "asks"):
        for language in ("en", "fr"):
            for at, row in enumerate(rows_of(HERE / f"{name}.{language}.jsonl")):
                yield Lesson(row.get("text") or row["reply"], f"harmless {at % 10}", 0, 1.0)


def interface() -> Iterator[Lesson]:
    """Return the sentences of the pages and their French, all of them harmless."""
    for found in re.finditer(r'^(?:msgid|msgstr) "(.{12,300})"$', CATALOGUE.read_text("utf-8"), re.M):
        yield Lesson(re.sub(r"%\(\w+\)s|<[^>]*>|&\w+;|\\n", " ", found[1]), "the pages", 0, 0.5)


def town() -> Iterator[Lesson]:
    """Return the sentences of the town that shows the program, all of them harmless."""
    for path in sorted(TOWN.glob("*.toml")):
        for found in re.finditer(r'"([^"\n]{25,})"|^([A-Z][^"=\n]{25,})$', path.read_text("utf-8"), re.M):
            yield Lesson(found[1] or found[2], "the town", 0, 1.0)


def hatecheck(folder: Path, step: int) -> Iterator[Lesson]:
    """Return rows of hatecheck-fr (CC BY 4.0), each function a family."""
    for row in rows_of(folder / "tone" / "hatecheck-fr.jsonl")[::step]:
        kind = KINDS.index("hate") + 1 if row["hateful"] else 0
        yield Lesson(row["text"], f"hatecheck {row['function']}", kind, 1.0 if kind else 2.0)


def ordinary(folder: Path) -> Iterator[Lesson]:
    """Return every second row of the ordinary mail of others, all of it harmless; the rows between only measure."""
    for name in ORDINARY:
        for at, row in enumerate(rows_of(folder / f"{name}.jsonl")[::2]):
            yield Lesson(row["text"], f"ordinary {at % 10}", 0, 2.0)


def rows_of(path: Path) -> list[dict]:
    """Return the rows of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def clauses_of(lesson: Lesson) -> Iterator[list[int]]:
    """Return the features of the clauses of a lesson; of one that is abuse all but a greeting counts."""
    for clause in tone.clauses_in(lesson.text):
        if len(clause) > 1:
            yield sorted(second_ear.features(clause))


def trained(examples: list[tuple[list[int], Lesson]]) -> np.ndarray:
    """Return the weights, by place and class, of a softmax regression with Adam, some hundreds of clauses at a time."""
    order = list(range(len(examples)))
    chance = random.Random(7)
    weights = np.zeros((second_ear.BUCKETS, len(KINDS) + 1), dtype=np.float32)
    mean, spread = np.zeros_like(weights), np.zeros_like(weights)
    turn, turns = 0, ROUNDS * -(-len(examples) // AT_ONCE)
    for _ in range(ROUNDS):
        chance.shuffle(order)
        for start in range(0, len(order), AT_ONCE):
            turn += 1
            step = slope(weights, [examples[at] for at in order[start : start + AT_ONCE]])
            mean += 0.1 * (step - mean)
            spread += 0.001 * (step * step - spread)
            rate = RATE * min(1.0, 2 * (1 - turn / (turns + 1)))
            weights -= rate * (mean / (1 - 0.9**turn)) / (np.sqrt(spread / (1 - 0.999**turn)) + 1e-8)
    return weights


def slope(weights: np.ndarray, examples: list[tuple[list[int], Lesson]]) -> np.ndarray:
    """Return which way the weights err on some clauses, with a pull towards nought."""
    sizes = np.array([len(places) for places, _ in examples])
    places = np.concatenate([np.asarray(places) for places, _ in examples])
    scale = 1 / np.sqrt(sizes)
    totals = np.add.reduceat(weights[places], np.cumsum(sizes) - sizes, axis=0) * scale[:, None]
    chances = np.exp(totals - totals.max(axis=1, keepdims=True))
    chances /= chances.sum(axis=1, keepdims=True)
    error = chances - np.eye(len(KINDS) + 1)[[lesson.kind for _, lesson in examples]]
    error *= (np.array([lesson.worth for _, lesson in examples]) * scale / len(examples))[:, None]
    step = DECAY * weights
    for kind in range(len(KINDS) + 1):
        step[:, kind] += np.bincount(places, np.repeat(error[:, kind], sizes), second_ear.BUCKETS)
    return step


def heard(weights: np.ndarray, places: list[int]) -> float:
    """Return how likely a clause is abuse."""
    totals = weights[places].sum(axis=0) / np.sqrt(len(places))
    chances = np.exp(totals - totals.max())
    return float(1 - chances[0] / chances.sum())


def as_bytes(weights: np.ndarray) -> bytes:
    """Return the weights as bytes, in steps."""
    return np.clip(np.round(weights * second_ear.STEPS), -127, 127).astype(np.int8).tobytes()


def leave_out(examples: list[tuple[list[int], Lesson]]) -> None:
    """Print what is heard of families by weights that never met them, where one clean sentence in a hundred is."""
    families = sorted({lesson.family for _, lesson in examples})
    sure: dict[str, list[float]] = {}
    for part in range(5):
        out = set(families[part::5])
        weights = trained([one for one in examples if one[1].family not in out])
        for places, lesson in examples:
            if lesson.family in out:
                name = f"{lesson.family} ({'abuse' if lesson.kind else 'none'})"
                sure.setdefault(name, []).append(heard(weights, places))
    for limit in (0.5, 0.7, 0.85):
        for kind in ("abuse", "none"):
            of = [value >= limit for name, values in sure.items() if name.endswith(f"({kind})") for value in values]
            print(f"{kind} above {limit}: {sum(of) / len(of):.4f} of {len(of)}")
    for name, values in sorted(sure.items()):
        print(f"  {name:50} {sum(value >= 0.7 for value in values) / len(values):.3f} of {len(values)}")


if __name__ == "__main__":
    main()
