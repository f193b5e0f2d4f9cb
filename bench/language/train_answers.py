"""Learn the weights of `petitevoix.language.answering.network` from replies written for it, and the "dev" rows.

`lessons/answers.*.jsonl` were written for this by hand in five manners (shops and lines, town halls and surgeries,
banks and hotels, other words and near misses, everyday mail), not by the writers of what is measured. In a fifth of the
turns meaning is not listened to, so that words alone do where there is no encoder. The same input gives the same
weights on one machine. `python -m bench.language.train_answers` prints how a fold of five is read that was left out,
then learns from all and writes.
"""

import json
from pathlib import Path

import numpy as np

from petitevoix.language import encoder
from petitevoix.language.answering import network
from petitevoix.language.answering.features import NAMES
from petitevoix.language.answering.sentences import sentences
from petitevoix.language.answers import view

HERE = Path(__file__).parent
OUT = Path(network.__file__).parent / "answers.npz"
PRODUCTS, HIDDEN = 32, 24
ROUNDS, AT_ONCE = 20, 64
RATE, DECAY = 0.004, 1.0
SPARED = 0.4  # so many numbers of a meaning, and of what is hidden, are kept at each turn
UNHEARD = 0.2  # so often meaning is not listened to at all
FOLDS = 5
MEANINGS = 512
OF_MEANING = [at for at, name in enumerate(NAMES) if "like" in name or name in ("nearest", "to_previous")]

Weights = dict[str, np.ndarray]


class Pairs:
    """Questions with the sentences of a reply: meanings, measures, which sentences there are, and the mark of each."""

    def __init__(self, rows: list[dict]) -> None:
        """Look at each row as the reader does."""
        seen = [(view(row["questions"], said), row["marks"]) for row in rows if (said := sentences(row["reply"]))]
        longest = max(len(told) for (_, told, _), _ in seen)
        self.asked = np.concatenate([asked for (asked, _, _), _ in seen])
        self.marks = np.array([mark == "answered" for _, marks in seen for mark in marks], np.float32)
        count = len(self.marks)
        self.told = np.zeros((count, longest, MEANINGS), np.float32)
        self.measures = np.zeros((count, longest, len(NAMES)), np.float32)
        self.there = np.zeros((count, longest), np.float32)
        at = 0
        for (asked, told, measures), _ in seen:
            rows_here = slice(at, at + len(asked))
            self.told[rows_here, : len(told)] = told
            self.measures[rows_here, : len(told)] = measures
            self.there[rows_here, : len(told)] = 1
            at += len(asked)


def main() -> None:
    """Print how well a fold is read that was left out, and write the weights that all give."""
    rows = [row for language in ("fr", "en") for row in lessons(language)]
    if encoder.meanings(["?"]) is None:
        raise SystemExit("The sentence encoder is needed to make weights.")
    left_out = Pairs(rows[::FOLDS])
    taught = Pairs(with_questions_alone([row for at, row in enumerate(rows) if at % FOLDS]))
    print(f"{len(taught.marks)} pairs taught, {len(left_out.marks)} left out: {right(learned(taught), left_out):.3f}")
    everything = Pairs(with_questions_alone(rows))
    weights = learned(everything)
    print(f"{len(everything.marks)} pairs taught; of themselves {right(weights, everything):.3f}")
    np.savez_compressed(OUT, **{name: each.astype(np.float16) for name, each in weights.items()})


def lessons(language: str) -> list[dict]:
    """Return the rows that are taught in one language."""
    written = (HERE / "lessons" / f"answers.{language}.jsonl").read_text(encoding="utf-8").splitlines()
    measured = (HERE / f"answers.{language}.jsonl").read_text(encoding="utf-8").splitlines()
    return [*map(json.loads, written), *(row for row in map(json.loads, measured) if row["set"] == "dev")]


def with_questions_alone(rows: list[dict]) -> list[dict]:
    """Add each reply with only one of its questions: who asks one thing has nothing to set it beside."""
    chance = np.random.default_rng(11)
    alone = []
    for row in rows:
        at = int(chance.integers(len(row["questions"])))
        alone.append({**row, "questions": [row["questions"][at]], "marks": [row["marks"][at]]})
    return rows + alone


def learned(taught: Pairs) -> Weights:
    """Return weights by Adam, some dozens of questions at a time, with a pull towards nought."""
    chance = np.random.default_rng(7)
    there = taught.measures[taught.there > 0]
    weights: Weights = {
        "of_question": chance.normal(size=(MEANINGS, PRODUCTS)) * 0.06,
        "of_sentence": chance.normal(size=(MEANINGS, PRODUCTS)) * 0.06,
        "question": np.zeros(MEANINGS),
        "sentence": np.zeros(MEANINGS),
        "inner": chance.normal(size=(len(NAMES) + PRODUCTS, HIDDEN)) * 0.1,
        "threshold": np.zeros(HIDDEN),
        "outer": chance.normal(size=HIDDEN) * 0.1,
        "straight": np.zeros(len(NAMES)),
        "start": np.array(-2.0),
    }
    weights = {name: each.astype(np.float32) for name, each in weights.items()}
    still = {"middle": there.mean(0), "width": there.std(0) + 1e-3}
    mean = {name: np.zeros_like(each) for name, each in weights.items()}
    spread = {name: np.zeros_like(each) for name, each in weights.items()}
    turn, turns = 0, ROUNDS * -(-len(taught.marks) // AT_ONCE)
    for _ in range(ROUNDS):
        order = chance.permutation(len(taught.marks))
        for start in range(0, len(order), AT_ONCE):
            pace = RATE * (1 + np.cos(np.pi * turn / turns)) / 2
            turn += 1
            for name, step in slope(weights, still, taught, order[start : start + AT_ONCE], chance).items():
                mean[name] += 0.1 * (step - mean[name])
                spread[name] += 0.001 * (step * step - spread[name])
                move = (mean[name] / (1 - 0.9**turn)) / (np.sqrt(spread[name] / (1 - 0.999**turn)) + 1e-8)
                weights[name] = (weights[name] - pace * (move + DECAY * weights[name])).astype(np.float32)
    return {**weights, **still}


def slope(weights: Weights, still: Weights, taught: Pairs, some: np.ndarray, chance: np.random.Generator) -> Weights:
    """Return which way the weights err on some questions: what `network.open_still` reckons, gone through backwards."""
    heard = (chance.random((len(some), 1)) > UNHEARD).astype(np.float32)
    asked = spared(taught.asked[some], chance) * heard
    told = spared(taught.told[some], chance) * heard[:, :, None]
    measures = taught.measures[some].copy()
    measures[:, :, OF_MEANING] *= heard[:, :, None]
    measures = (measures - still["middle"]) / still["width"]
    of_question, of_sentence = asked @ weights["of_question"], told @ weights["of_sentence"]
    products = network.SCALE * of_question[:, None, :] * of_sentence
    seen = np.concatenate([measures, products], axis=-1)
    before = seen @ weights["inner"] + weights["threshold"]
    kept = (chance.random(before.shape) < SPARED) / np.float32(SPARED)
    hidden = np.maximum(before, 0) * kept
    totals = hidden @ weights["outer"] + measures @ weights["straight"] + products.sum(-1) + weights["start"]
    totals = totals + (asked @ weights["question"])[:, None] + told @ weights["sentence"]
    there = taught.there[some]
    still_open = np.minimum(-(np.logaddexp(0, totals) * there).sum(-1), -1e-6)
    marks = taught.marks[some]
    # Of -log P: an answered question pulls at each sentence by how likely it is not open, an open one pushes them down.
    pull = (1 - marks) - marks * np.exp(still_open) / -np.expm1(still_open)
    error = pull[:, None] * there / (1 + np.exp(-np.clip(totals, -30, 30))) / len(some)
    inward = error[:, :, None] * weights["outer"] * kept * (before > 0)
    of_seen = inward @ weights["inner"].T
    of_products = network.SCALE * (of_seen[:, :, len(NAMES) :] + error[:, :, None])
    flat = (-1, seen.shape[-1])
    return {
        "of_question": asked.T @ (of_products * of_sentence).sum(1),
        "of_sentence": told.reshape(-1, MEANINGS).T @ (of_products * of_question[:, None, :]).reshape(-1, PRODUCTS),
        "question": asked.T @ error.sum(1),
        "sentence": told.reshape(-1, MEANINGS).T @ error.reshape(-1),
        "inner": seen.reshape(flat).T @ inward.reshape(-1, HIDDEN),
        "threshold": inward.sum((0, 1)),
        "outer": hidden.reshape(-1, HIDDEN).T @ error.reshape(-1),
        "straight": measures.reshape(-1, len(NAMES)).T @ error.reshape(-1),
        "start": error.sum(),
    }


def spared(meanings: np.ndarray, chance: np.random.Generator) -> np.ndarray:
    """Return meanings with most of their numbers left out, the others the louder."""
    return meanings * (chance.random(meanings.shape, dtype=np.float32) < SPARED) / np.float32(SPARED)


def right(weights: Weights, pairs: Pairs) -> float:
    """Return which share of the marks is right."""
    found = [
        1 - network.open_still(weights, asked[None], told[there > 0], measures[None, there > 0])[0]
        for asked, told, measures, there in zip(pairs.asked, pairs.told, pairs.measures, pairs.there, strict=True)
    ]
    return float(((np.array(found) > 0.5) == (pairs.marks > 0.5)).mean())


if __name__ == "__main__":
    main()
