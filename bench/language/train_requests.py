"""Make the weights of the second look at English sentences.

From questions/requests-en.jsonl (ParakweetLabs/EmailIntentDataSet, Apache-2.0), the development part of our own
questions.en.jsonl, and `lessons/requests.en.txt`: what persons tell a service ("-"), which colleagues, who wrote the
data set, do not, beside what they ask ("+"). `python -m bench.language.train_requests FOLDER` prints what each half of
the rows teaches about the other half, then writes the weights that all of them give; the same input gives the same
bytes.
"""

import argparse
from pathlib import Path
from typing import Any

import numpy as np

from bench.language.questions import HERE, half, read, sentences_told
from petitevoix.language.asking import second_look
from petitevoix.language.asking.folding import fold
from petitevoix.language.asking.sentences import sentences

Example = tuple[set[int], bool]  # places of weights, is it a request?
OUT = Path(second_look.__file__).with_name("requests-en.weights")
ROUNDS, RATE, DECAY = 150, 0.1, 2e-5


def main() -> None:
    """Print what each half of the rows teaches about the other, then write the weights that all of them give."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="a folder with questions/requests-en.jsonl")
    arguments = parser.parse_args()
    rows = read(arguments.data / "questions" / "requests-en.jsonl")
    halves = [[row for row in rows if half(row["id"]) == at] for at in (0, 1)]
    own = our_own()
    for taught, asked in (0, 1), (1, 0):
        OUT.write_bytes(as_bytes(trained([*map(example_of, halves[taught]), *own])))
        second_look._weights.cache_clear()
        print(f"half {taught} teaches, half {asked} asks:", sentences_told(halves[asked]))
    OUT.write_bytes(as_bytes(trained([*map(example_of, rows), *own])))


def example_of(row: dict[str, Any]) -> Example:
    """Return what the model sees of a row, and its label."""
    return second_look.features(fold(row["text"])), row["request"]


def our_own() -> list[Example]:
    """Return the sentences of our own messages, three times over, for the reader is for them, and the lessons once."""
    found = []
    for row in read(HERE / "questions.en.jsonl"):
        if row["set"] != "dev":
            continue
        folded = fold(row["text"])
        for sentence in sentences(row["text"]):
            asked = any(one["start"] < sentence.end and sentence.start < one["end"] for one in row["questions"])
            found.append((second_look.features(folded[sentence.start : sentence.end]), asked))
    lines = (HERE / "lessons" / "requests.en.txt").read_text("utf-8").splitlines()
    return found * 3 + [(second_look.features(fold(line[2:])), line.startswith("+")) for line in lines]


def trained(examples: list[Example]) -> np.ndarray:
    """Return the weights of a logistic regression with decay, by Adam over all examples at once."""
    sizes = np.array([len(places) for places, _ in examples])
    places = np.concatenate([np.array(sorted(places)) for places, _ in examples])
    ends = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    scale = 1 / np.sqrt(sizes)
    wanted = np.array([float(request) for _, request in examples])
    weights = np.zeros(second_look.BUCKETS)
    mean, spread = np.zeros_like(weights), np.zeros_like(weights)
    for turn in range(1, ROUNDS + 1):
        error = (1 / (1 + np.exp(-np.add.reduceat(weights[places], ends) * scale)) - wanted) * scale
        step = np.bincount(places, np.repeat(error, sizes), second_look.BUCKETS) / len(examples) + DECAY * weights
        mean = 0.9 * mean + 0.1 * step
        spread = 0.999 * spread + 0.001 * step * step
        rate = RATE * min(1.0, 2 * (1 - turn / (ROUNDS + 1)))
        weights -= rate * (mean / (1 - 0.9**turn)) / (np.sqrt(spread / (1 - 0.999**turn)) + 1e-8)
    return weights


def as_bytes(weights: np.ndarray) -> bytes:
    """Return the weights as bytes, in steps."""
    return np.clip(np.round(weights * second_look.STEPS), -127, 127).astype(np.int8).tobytes()


if __name__ == "__main__":
    main()
