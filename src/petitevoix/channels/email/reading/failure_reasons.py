"""Why a letter was not delivered, and whether writing to that address again is useless.

Permanent means: the person or the place does not exist, has moved, or takes no mail. A full mailbox, a filter, a
blocked sender, a broken server are not: the same address may take the next letter. Words decide before codes, because
servers give 5.1.1 to full mailboxes and 5.0.0 to unknown users (RFC 3463 is a hope, not a fact).
"""

from __future__ import annotations

import re
from functools import lru_cache

from .failure_words import BY_WORDS

# RFC 3463 and RFC 7505, for reports that give a code and no words.
BY_STATUS = {
    "5.1.1": "no-such-person",
    "5.1.10": "takes-no-mail",
    "5.1.2": "no-such-place",
    "5.1.3": "no-such-person",
    "5.1.6": "moved",
    "5.4.4": "no-such-place",
    "5.7.27": "takes-no-mail",
    "5.2.2": "mailbox-full",
    "5.2.1": "suspended",
}
# IronPort puts the same five words before whatever the other server said.
WRAPPING = re.compile(r"5\.1\.0 - unknown address error (?=[45]\d\d)", re.IGNORECASE)
LASTING = {"no-such-person", "no-such-place", "moved", "takes-no-mail"}
ENHANCED = re.compile(r"(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.]|\s*\(build)")
REPLY_CODE = re.compile(r"(?<![\d.:])([45]\d\d)(?=[ -]|$)")


def judge(words: str, status: str, *, delayed: bool) -> tuple[str, bool]:
    """Give the reason of a failure in one word and whether it is permanent, from the server's words and its status."""
    words = WRAPPING.sub("", " ".join(words.split())[:4_000])
    reason = reason_in(words)
    if reason in {"unclear", "not-authorised", "broken-server", "timed-out"} and status in BY_STATUS:
        reason = BY_STATUS[status]
    if reason == "no-such-person" and status == "5.2.1":
        reason = "suspended"  # 5.2.1 says « exists, but takes no mail now », whatever the words
    if status in {"5.1.7", "5.1.8"}:
        reason = "sender-refused"
    temporary = delayed or status.startswith("4") or (not status and bool(re.match(r"\D{0,12}4\d\d[ -]", words)))
    return reason, reason in LASTING and not temporary


def reason_in(words: str) -> str:
    """Name the reason that the words give; "unclear" when they give none."""
    for reason, pattern in _patterns():
        if pattern.search(words):
            return reason
    return "unclear"


def status_in(field: str, words: str) -> str:
    """Choose the most telling status: the server's own words before the report's field, detail before zeros."""
    found: list[str] = ENHANCED.findall(words[:4_000])
    telling = [code for code in found if not code.endswith(".0.0") and code[0] in "45"]
    own = ENHANCED.search(field)
    if telling:
        return telling[0]
    if own:
        return str(own[1])
    if found:
        return found[0]
    code = REPLY_CODE.search(words[:4_000])
    return f"{code[1][0]}.0.0" if code else ""


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    # Compiled at the first report, not at import: they cost a tenth of a second and most letters are none.
    return tuple((reason, re.compile(words, re.IGNORECASE)) for reason, _, words in BY_WORDS)
