"""How likely a sentence answers a question: a small network over what is measured and over what both mean.

A question and a sentence each become a few numbers, multiplied one by one, so that "Do you deliver upstairs?" can meet
"Our drivers carry it to your living room". `bench/language/train_answers.py` makes the weights, from replies written
for it; `docs/adr/0013-a-network-for-answers.md` says why it is here.
"""

from functools import lru_cache
from importlib.resources import files
from typing import Any

SCALE = 8.0  # of the products: a unit vector's numbers are small


def open_still(weights: dict[str, Any], asked: Any, told: Any, measures: Any) -> Any:
    """Return how likely each question is still open behind all sentences: each may answer it, whatever the others do.

    Args: the weights, the meaning of each question, that of each sentence, and what is measured between them.
    """
    import numpy as np

    measures = (measures - weights["middle"]) / weights["width"]
    products = SCALE * (asked @ weights["of_question"])[:, None, :] * (told @ weights["of_sentence"])[None, :, :]
    hidden = np.concatenate([measures, products], axis=-1) @ weights["inner"] + weights["threshold"]
    totals = (
        np.maximum(hidden, 0) @ weights["outer"]
        + measures @ weights["straight"]
        + products.sum(-1)
        + (asked @ weights["question"])[:, None]
        + (told @ weights["sentence"])[None, :]
        + weights["start"]
    )
    return np.exp(-np.logaddexp(0, totals).sum(-1))


@lru_cache(maxsize=1)
def read() -> dict[str, Any]:
    """Read the weights, once, when they are first needed."""
    import numpy as np

    with files(__package__).joinpath("answers.npz").open("rb") as stored:
        kept = np.load(stored)
        return {name: kept[name].astype(np.float32) for name in kept.files}
