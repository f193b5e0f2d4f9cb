"""The title of a case is the person's own question."""

import re

from petitevoix.kit.text import one_line

MOST = 120
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?…])\s+(?![!?»])|\n+")
_GREETING = re.compile(
    r"^\W*(?:bonjour|bonsoir|salut|coucou|cher|chère|chers|hello|hi|hey|dear|good (?:morning|afternoon|evening)|"
    r"madame|monsieur|mesdames|messieurs)\b[^,.!?:\n]{0,40}(?:[,.!:]+\s*|\n+|$)",
    re.IGNORECASE,
)


def title_of(words: str) -> str:
    """Take the first question out of somebody's words, else their first sentence; a greeting is neither."""
    rest = words[:4000].strip()
    for _round in range(3):
        shorter = _GREETING.sub("", rest, count=1).strip()
        if not shorter or shorter == rest:
            break
        rest = shorter
    sentences = [line for part in _BETWEEN_SENTENCES.split(rest) if (line := one_line(part, MOST))]
    # "Why?" alone is no title; the sentence before it is.
    questions = (line for line in sentences[:6] if line.rstrip('»") ').endswith("?") and line.count(" ") >= 2)
    title = next(questions, sentences[0] if sentences else "")
    return title[:1].upper() + title[1:]
