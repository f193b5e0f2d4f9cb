"""Weighing: how likely a letter is spam, by the signs it shows. Plain numbers in, a chance out.

Each sign's chance is Robinson's, drawn towards 1/2 while little is known of it; they are put together by Fisher's
method, as SpamBayes does. Unlike a plain product it says 1/2, and not 0 or 1, where signs speak against each other.
(G. Robinson, "A Statistical Approach to the Spam Problem", Linux Journal 107, 2003.)
"""

from collections.abc import Mapping
from math import exp, log
from typing import NamedTuple

STRENGTH, BEFORE = 0.45, 0.5  # how much what we believe before we know anything counts
SILENT = 0.1  # a sign so near to 1/2 says nothing
MOST = 150  # the strongest are enough


class Seen(NamedTuple):
    """In how many letters something was seen, by what those were."""

    spam: float
    fair: float


def chance_of(sign: Seen, letters: Seen) -> float:
    """Give the chance that a letter which shows a sign is spam, out of `letters` learnt."""
    in_spam, in_fair = min(sign.spam / letters.spam, 1), min(sign.fair / letters.fair, 1)
    known = sign.spam + sign.fair
    if not known or not in_spam + in_fair:
        return BEFORE
    return (STRENGTH * BEFORE + known * in_spam / (in_spam + in_fair)) / (STRENGTH + known)


def weigh(signs: Mapping[str, Seen], letters: Seen) -> tuple[float, list[str]]:
    """Give the chance that a letter is spam, 0 to 1, and the signs that speak for it, the strongest first."""
    chances = {sign: chance_of(seen, letters) for sign, seen in signs.items()}
    telling = sorted(
        (sign for sign in chances if abs(chances[sign] - BEFORE) >= SILENT),
        key=lambda sign: (-abs(chances[sign] - BEFORE), sign),
    )[:MOST]
    if not telling:
        return BEFORE, []
    spam = 1 - _chi2q(-2 * sum(log(1 - chances[sign]) for sign in telling), 2 * len(telling))
    fair = 1 - _chi2q(-2 * sum(log(chances[sign]) for sign in telling), 2 * len(telling))
    return (spam - fair + 1) / 2, [sign for sign in telling if chances[sign] > BEFORE]


def _chi2q(x: float, freedom: int) -> float:
    """The chance that a chi-square with an even number of degrees of freedom is `x` or more."""
    half = x / 2
    term = total = exp(-half)
    for i in range(1, freedom // 2):
        term *= half / i
        total += term
    return min(total, 1.0)
