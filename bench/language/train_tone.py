"""Make the weights of the second ear for tone, over words and over the meaning of sentences, taught together.

What it is taught is told in `tone_lessons.py`. `python -m bench.language.train_tone FOLDER` writes the weights that all
lessons give; with `--leave-out 0` (to 4) it leaves out a fifth of the lines and of the words in their tables, and
prints how much of them is heard by weights that never met them. In a quarter of the turns each, words or meaning are
not listened to, so that either does without the other. The same input gives the same weights on one machine;
`--meanings FILE` keeps the vectors of the sentences, which take minutes, for the next time.
"""

import argparse
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from bench.language.tone_lessons import Lesson, Part, articles, ordinary, our_harmless, our_lessons, our_rows
from petitevoix.language import encoder, tone
from petitevoix.language.hostility import second_ear
from petitevoix.language.hostility.tables import KINDS

OUT = Path(second_ear.__file__).parent
CLASSES = len(KINDS) + 1
HIDDEN = 48
ROUNDS, AT_ONCE = 7, 512
RATES = {"words": 0.05}
RATE = 0.003
DECAYS = {"words": 3e-5, "inner": 1e-4, "outer": 1e-4}
UNHEARD = 0.25  # so often words, and so often meaning, are not listened to
SPARED = 0.8  # so many of the hidden numbers are kept at each turn

Weights = dict[str, np.ndarray]


class Clauses:
    """The clauses of lessons: the places of their features, their meaning, class and worth."""

    def __init__(self, lessons: Iterable[Lesson], meanings: dict[str, np.ndarray]) -> None:
        """Read the clauses of some lessons; of one that is abuse, each counts."""
        pairs = [(pair, lesson) for lesson in lessons for pair in tone.clauses_in(lesson.text) if len(pair[0]) > 1]
        look_up({written for (_, written), _ in pairs}, meanings)
        known = {clause: np.array(sorted(second_ear.features(clause))) for (clause, _), _ in pairs}
        self.places = [known[clause] for (clause, _), _ in pairs]
        self.meanings = np.array([meanings[written] for (_, written), _ in pairs], dtype=np.float32)
        self.kinds = np.array([lesson.kind for _, lesson in pairs])
        self.worth = np.array([lesson.worth for _, lesson in pairs], dtype=np.float32)


def main() -> None:
    """Print how what was left out is heard, or write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="the folder of other people's sets")
    parser.add_argument("--leave-out", type=int, metavar="FOLD", help="only measure, on one fold of five")
    parser.add_argument("--meanings", type=Path, help="where the vectors of sentences are kept (.npz)")
    arguments = parser.parse_args()
    meanings = kept(arguments.meanings)
    fold = arguments.leave_out
    others = [*our_rows(), *our_harmless(), *ordinary(arguments.data), *articles(arguments.data)]
    taught = Clauses([*our_lessons(Part(fold)), *others], meanings)
    print(len(taught.kinds), "clauses")
    weights = trained(taught)
    if fold is None:
        write(weights)
    else:
        measure(weights, Clauses(our_lessons(Part(fold, held_out=True)), meanings))
    if arguments.meanings:
        np.savez(arguments.meanings, sentences=np.array([*meanings]), vectors=np.array([*meanings.values()]))


def kept(path: Path | None) -> dict[str, np.ndarray]:
    """Return the vectors that were kept."""
    if path is None or not path.exists():
        return {}
    with np.load(path) as stored:
        return dict(zip(stored["sentences"].tolist(), stored["vectors"], strict=True))


def look_up(sentences: set[str], meanings: dict[str, np.ndarray]) -> None:
    """Add the vectors of the sentences that have none yet."""
    unknown = sorted(sentences - meanings.keys(), key=lambda sentence: (len(sentence), sentence))
    for start in range(0, len(unknown), 64):
        some = unknown[start : start + 64]
        vectors = encoder.meanings(some)
        if vectors is None:
            raise SystemExit("The sentence encoder is needed to make weights.")
        meanings.update(zip(some, (vector.astype(np.float16) for vector in vectors), strict=True))


def trained(taught: Clauses) -> Weights:
    """Return weights by Adam, some hundreds of clauses at a time."""
    chance = np.random.default_rng(7)
    weights: Weights = {
        "words": np.zeros((second_ear.BUCKETS, CLASSES), np.float32),
        "inner": (chance.normal(size=(taught.meanings.shape[1], HIDDEN)) * 0.3).astype(np.float32),
        "threshold": np.zeros(HIDDEN, np.float32),
        "outer": (chance.normal(size=(HIDDEN, CLASSES)) * 0.1).astype(np.float32),
        "start": np.zeros(CLASSES, np.float32),
    }
    mean = {name: np.zeros_like(each) for name, each in weights.items()}
    spread = {name: np.zeros_like(each) for name, each in weights.items()}
    count = len(taught.kinds)
    turn, turns = 0, ROUNDS * -(-count // AT_ONCE)
    for _ in range(ROUNDS):
        order = chance.permutation(count)
        for start in range(0, count, AT_ONCE):
            turn += 1
            pace = min(1.0, 2 * (1 - turn / (turns + 1)))
            for name, step in slope(weights, taught, order[start : start + AT_ONCE], chance).items():
                mean[name] += 0.1 * (step - mean[name])
                spread[name] += 0.001 * (step * step - spread[name])
                move = (mean[name] / (1 - 0.9**turn)) / (np.sqrt(spread[name] / (1 - 0.999**turn)) + 1e-8)
                weights[name] -= (RATES.get(name, RATE) * pace * move).astype(np.float32)
    return weights


def slope(weights: Weights, taught: Clauses, some: np.ndarray, chance: np.random.Generator) -> Weights:
    """Return which way the weights err on some clauses, with a pull towards nought."""
    words, sizes, places, scale = by_words(weights, [taught.places[at] for at in some])
    lot = chance.random(len(some))[:, None]
    hears_words, hears_meaning = lot > UNHEARD, (lot <= UNHEARD) | (lot > 2 * UNHEARD)
    meanings = taught.meanings[some]
    before = meanings @ weights["inner"] + weights["threshold"]
    spared = (chance.random(before.shape) < SPARED) / SPARED
    hidden = np.maximum(before, 0) * spared
    totals = words * hears_words + hidden @ weights["outer"] * hears_meaning + weights["start"]
    error = (chances(totals) - np.eye(CLASSES)[taught.kinds[some]]) * (taught.worth[some] / len(some))[:, None]
    of_words, of_meaning = error * hears_words * scale[:, None], error * hears_meaning
    inward = (of_meaning @ weights["outer"].T) * spared * (before > 0)
    counted = [np.bincount(places, np.repeat(of_words[:, kind], sizes), second_ear.BUCKETS) for kind in range(CLASSES)]
    steps = {
        "words": np.stack(counted, axis=1),
        "inner": meanings.T @ inward,
        "threshold": inward.sum(axis=0),
        "outer": hidden.T @ of_meaning,
        "start": error.sum(axis=0),
    }
    return {name: step + DECAYS.get(name, 0.0) * weights[name] for name, step in steps.items()}


def by_words(weights: Weights, places: list[np.ndarray]) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return what words say for each class, and the sizes, places and scales it was made of."""
    sizes = np.array([len(each) for each in places])
    together = np.concatenate(places)
    scale = 1 / np.sqrt(sizes)
    totals = np.add.reduceat(weights["words"][together], np.cumsum(sizes) - sizes, axis=0) * scale[:, None]
    return totals, sizes, together, scale


def chances(totals: np.ndarray) -> np.ndarray:
    """Return how likely each class is."""
    parts = np.exp(totals - totals.max(axis=1, keepdims=True))
    return parts / parts.sum(axis=1, keepdims=True)


def measure(weights: Weights, clauses: Clauses) -> None:
    """Print how much abuse, and how much that is none, is heard at some limits."""
    words = by_words(weights, clauses.places)[0] + weights["start"]
    hidden = np.maximum(clauses.meanings @ weights["inner"] + weights["threshold"], 0)
    for name, totals in (("words", words), ("words and meaning", words + hidden @ weights["outer"])):
        sure = 1 - chances(totals)[:, 0]
        for limit in (0.5, 0.7, 0.8, 0.9):
            abuse, none = (sure[clauses.kinds > 0] >= limit).mean(), (sure[clauses.kinds == 0] >= limit).mean()
            print(f"{name}, above {limit}: abuse {abuse:.3f}, none {none:.4f}")


def write(weights: Weights) -> None:
    """Write the weights of words as bytes, in steps, and the network over meanings in half precision."""
    steps = np.clip(np.round(weights["words"] * second_ear.STEPS), -127, 127).astype(np.int8)
    (OUT / "second-ear.weights").write_bytes(steps.tobytes())
    network = {name: each.astype(np.float16) for name, each in weights.items() if name != "words"}
    np.savez_compressed(OUT / "second-ear.npz", **network)


if __name__ == "__main__":
    main()
