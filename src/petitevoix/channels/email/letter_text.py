"""The plain text of a letter we send: to be read on its own, by anybody, on anything.

Paragraphs are long lines: quoted-printable breaks them on the wire, and each screen breaks them where it ends. Lines
broken at 72 columns make a comb on a telephone, and most readers do not understand format=flowed.
"""

import re
from collections.abc import Callable
from typing import Any

from petitevoix.kit.typography import typeset

# Code stays as it was typed: fenced blocks, then spans.
CODE = re.compile(
    r"(^(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^(?P=fence)[^\n]*$|\Z)|(?P<ticks>`+)[^\n]+?(?P=ticks))", re.M | re.S
)
LINK = re.compile(r"\[([^\[\]\n]{1,300})\]\(<?(\S{1,2000}?)>?\)")
AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,2000})>")
STRONG = re.compile(r"(\*\*|__)(?=\S)([^\n]{1,500}?)(?<=\S)\1")
HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*$", re.M)
ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])|\\$", re.M)


def set_words(words: str, language: str) -> str:
    """Set Markdown by the rules of its language, except what is code."""
    return _outside_code(words, lambda text: typeset(text, language))


def plain(words: str) -> str:
    """Write Markdown as people write in plain text: links in full, stars where it was bold, the rest as it stands."""
    return _outside_code(words, _unmark).strip()


def postscript(sections: list[dict[str, Any]], language: str) -> str:
    """Set what stands small under the words: a line for each thing, behind a dash; a link in full."""
    return "\n\n".join(_section(section, language) for section in sections)


def footer(words: str, link: str, reference: str) -> str:
    """Set what stands under each letter behind the sign that readers fold."""
    return "\n".join(["-- ", words, link, reference])


def _section(section: dict[str, Any], language: str) -> str:
    title, lines = section.get("title", ""), [typeset(line, language) for line in section["lines"]]
    said = [typeset(title, language), *(f"- {line}" for line in lines)] if title else lines
    return "\n".join([*said, section["link"]] if section.get("link") else said)


def _unmark(text: str) -> str:
    text = LINK.sub(lambda match: match[2] if match[1] == match[2] else f"{match[1]} ({match[2]})", text)
    text = AUTOLINK.sub(r"\1", text)
    text = STRONG.sub(r"*\2*", text)
    text = HEADING.sub(r"\1", text)
    return ESCAPE.sub(lambda match: match[1] or "", text)


def _outside_code(words: str, change: Callable[[str], str]) -> str:
    pieces, at = [], 0
    for code in CODE.finditer(words):
        pieces += [change(words[at : code.start()]), code.group()]
        at = code.end()
    return "".join([*pieces, change(words[at:])])
