"""Signs: what a letter shows. Its words, where it comes from, where its links lead, what mail servers said."""

import re
import unicodedata
from collections.abc import Iterable

MOST = 400  # of one letter
READ = 20_000  # characters of it
_WORD = re.compile(r"[^\W_][^\W_'’-]{2,23}")
_LINK = re.compile(r"(?i)\bhttps?://([a-z0-9.-]{4,100})")
_SHOUTED = re.compile(r"\b[A-ZÀ-Þ]{4,}\b")


def signs_of(*, title: str, words: str, sender: str, marks: Iterable[str] = ()) -> list[str]:
    """List the signs of a letter, each once: `word`, `title:word`, `from:domain`, `link:host`, `mark:…` of a server.

    None of them says who a person is: of the sender only the domain counts.
    """
    text, domain = words[:READ], sender.rpartition("@")[2].lower()
    found = [f"mark:{mark}" for mark in marks]
    found += [f"from:{domain}", f"from:.{domain.rpartition('.')[2]}"] if "." in domain else []
    found += [f"link:{host.lower().removeprefix('www.').rstrip('.')}" for host in _LINK.findall(text)]
    found += ["shouts"] if len(_SHOUTED.findall(f"{title} {text}")) > 5 else []
    found += [f"title:{word}" for word in _words(title)]
    found += _words(_LINK.sub(" ", text))
    return list(dict.fromkeys(found))[:MOST]


def shown(sign: str) -> str:
    """Say a sign as a reader recognises it; nothing for one that only a machine understands."""
    kind, colon, rest = sign.partition(":")
    if not colon:
        return sign if sign != "shouts" else ""
    return rest if kind in {"title", "from", "link"} else ""


def _words(text: str) -> list[str]:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _WORD.findall(folded)
