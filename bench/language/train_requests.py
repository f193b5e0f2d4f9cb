"""Make the weights of the second look at English sentences.

From questions/requests-en.jsonl (ParakweetLabs/EmailIntentDataSet, Apache-2.0) and the development part of our own
questions.en.jsonl. `python -m bench.language.train_requests FOLDER` prints what half of the
rows teaches about the other half, then writes the weights that all of them give; the same input gives the same bytes.
"""

import argparse
import math
from pathlib import Path
from random import Random

from bench.language.questions import HERE, figures, half, read
from petitevoix.language.asking import second_look
from petitevoix.language.asking.clauses import asks_in
from petitevoix.language.asking.english import GRAMMAR
from petitevoix.language.asking.folding import fold
from petitevoix.language.asking.sentences import sentences

Example = tuple[list[int], bool, bool]  # places of weights, is it a request, did the rules find something?
OUT = Path(second_look.__file__).with_name("requests-en.weights")
ROUNDS, RATE, DECAY = 12, 0.12, 2e-4


def main() -> None:
    """Print what the first half of the rows teaches about the second, then write the weights that all of them give."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="a folder with questions/requests-en.jsonl")
    arguments = parser.parse_args()
    rows = read(arguments.data / "questions" / "requests-en.jsonl")
    first, second = (
        [example(fold(row["text"]), row["request"]) for row in rows if half(row["id"]) == at] for at in (0, 1)
    )
    own = our_own()
    print("rules alone,     second half", told([(one, float(one[2])) for one in second]))
    weights = trained(first + own)
    print("with second look, second half", told([(one, chance(weights, one[0])) for one in second]))
    weights = trained(first + second + own)
    OUT.write_bytes(bytes(max(-127, min(127, round(weight * second_look.STEPS))) & 255 for weight in weights))


def told(pairs: list[tuple[Example, float]]) -> str:
    """Return the figures of what the reader would say, given the likelihoods."""
    limits = second_look.ADDED, second_look.BELIEVED
    said = [(request, sure >= limits[ruled]) for (_, request, ruled), sure in pairs]
    return figures(sum(a and b for a, b in said), sum(b for _, b in said), sum(a for a, _ in said))


def example(folded: str, request: bool) -> Example:
    """Return what the model sees of a sentence, and its label."""
    kinds: list[str] = [ask.kind for ask in asks_in(folded, GRAMMAR)]
    return second_look.features(folded, kinds), request, bool(kinds)


def our_own() -> list[Example]:
    """Return the sentences of our own messages, five times over: they are what the reader is for."""
    found = []
    for row in read(HERE / "questions.en.jsonl"):
        if row["set"] != "dev":
            continue
        folded = fold(row["text"])
        for sentence in sentences(row["text"]):
            asked = any(one["start"] < sentence.end and sentence.start < one["end"] for one in row["questions"])
            found.append(example(folded[sentence.start : sentence.end], asked))
    return found * 5


def trained(examples: list[Example]) -> list[float]:
    """Return the weights of a logistic regression, by stochastic gradient descent with decay."""
    weights = [0.0] * second_look.BUCKETS
    rank = Random(7)
    for turn in range(ROUNDS):
        rate = RATE / (1 + turn * 0.3)
        rank.shuffle(examples)
        for places, request, _ in examples:
            step = rate * (request - chance(weights, places))
            for place in places:
                weights[place] += step - rate * DECAY * weights[place] * 10
    return weights


def chance(weights: list[float], places: list[int]) -> float:
    """Return the likelihood that the weights give."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, sum(weights[place] for place in places)))))


if __name__ == "__main__":
    main()
