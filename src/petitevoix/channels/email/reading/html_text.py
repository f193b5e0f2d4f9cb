"""HTML to text that a person can read and a reply can be found in."""

from __future__ import annotations

import re
from html import unescape

from .html import ATTRIBUTE, QUOTE_IDS, TAG

BLOCKS_WORDS = """
    address article aside blockquote caption center dd div dl dt figcaption figure footer h1 h2 h3 h4 h5
    h6 header li main ol p pre section table tbody tfoot thead tr ul
"""
BLOCKS = set(BLOCKS_WORDS.split())
SPACED = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "dl", "table", "pre", "figure"}
# These hold what is quoted; divRplyFwdMsg and appendonsend only stand before it.
QUOTING = {"yahoo_quoted", "OLK_SRC_BODY_SECTION", "mail-editor-reference-message-container"}
DROPPED = re.compile(
    r"<(script|style|title|svg|math|noscript)\b[^>]*>.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL
)
UNSEEN = re.compile(r"<(?:script|style|title|svg|math|noscript)\b|<!--", re.IGNORECASE)
HARD_TAG = re.compile(r"<[!/?a-zA-Z][^<>]*>")
LINE_TAG = re.compile(r"<(?:br|/p|/div|/tr|/li|/h\d|/table|/blockquote)\b[^<>]*>", re.IGNORECASE)
BLANKS = re.compile(r"[ \t\r\n\f\u200b]+")


def text_of(clean: str) -> str:
    """Give the text of HTML that `sanitise` has cleaned.

    Paragraphs, lists, tables by rows, the addresses of links that differ from their words, and quotes marked "> ".
    """
    page = _Page()
    position = 0
    for match in TAG.finditer(clean):
        if match.start() > position:
            page.words(clean[position : match.start()])
        position = match.end()
        closing, name, inside = match.groups()
        if closing:
            page.leave(name)
        else:
            page.enter(name, dict(ATTRIBUTE.findall(inside)) if inside else {})
    page.words(clean[position:])
    return page.finished()


def rough_text_of(html: str) -> str:
    """Give the words of HTML that could not be cleaned, tags simply taken out, in linear time."""
    if len(UNSEEN.findall(html)) < 50:  # each unclosed one costs a look at all the rest
        html = DROPPED.sub(" ", html)
    text = unescape(HARD_TAG.sub("", LINE_TAG.sub("\n", html)))
    lines = (BLANKS.sub(" ", line).strip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _Page:
    def __init__(self) -> None:
        self.lines: list[str] = []
        self.line: list[str] = []
        self.quotes = 0
        self.stack: list[tuple[str, int]] = []
        self.lists: list[int | None] = []
        self.links: list[tuple[str, int]] = []
        self.preformatted = 0

    def words(self, raw: str) -> None:
        text = unescape(raw)
        if self.preformatted:
            first, *others = text.replace("\r\n", "\n").split("\n")
            self.line.append(first)
            for other in others:
                self.end_line()
                self.line.append(other)
            return
        text = BLANKS.sub(" ", text)
        if text == " " and (not self.line or self.line[-1].endswith((" ", "\t"))):
            return
        self.line.append(text if self.line and not self.line[-1].endswith(" ") else text.lstrip(" "))

    def enter(self, name: str, attributes: dict[str, str]) -> None:
        if name == "br":
            self.end_line(even_empty=True)
            return
        if name == "hr":
            self.end_line()
            self.lines.append(self._prefixed("---"))
            return
        if name == "img":
            alternative = unescape(attributes.get("alt", "")).strip()
            if alternative and "data-src" not in attributes:
                self.line.append(f"[{alternative}]")
            return
        if name in {"wbr", "col"}:
            return
        if name in BLOCKS:
            self.end_line()
            if name in SPACED:
                self.space()
        elif name in {"td", "th"} and any(piece.strip() for piece in self.line):
            self.line.append("\t")
        marks = set(attributes.get("class", "").split()) | {attributes.get("id", "")}
        deeper = int(name == "blockquote" or bool(marks & QUOTING))
        if deeper:
            self.quotes += 1
        if marks & QUOTE_IDS and not marks & QUOTING and self.stack and "divRplyFwdMsg" in marks:
            # The header of the quoted letter; the letter itself follows in the same parent.
            parent, already = self.stack[-1]
            self.stack[-1] = (parent, already + 1)
            self.quotes += 1
        elif "divRplyFwdMsg" in marks:
            self.quotes += 1
        self.stack.append((name, deeper))
        if name == "ol":
            start = attributes.get("start", "1")
            self.lists.append(int(start[:6]) if start.isdecimal() else 1)
        elif name == "ul":
            self.lists.append(None)
        elif name == "li":
            number = self.lists[-1] if self.lists else None
            self.line.append(f"{number}. " if number is not None else "- ")
            if number is not None:
                self.lists[-1] = number + 1
        elif name == "a":
            self.links.append((unescape(attributes.get("href", "")), len(self.line)))
        elif name == "pre":
            self.preformatted += 1

    def leave(self, name: str) -> None:
        if name == "a" and self.links:
            self._end_link()
        if name in BLOCKS:
            self.end_line()
        if name in {"ol", "ul"} and self.lists:
            self.lists.pop()
        elif name == "pre":
            self.preformatted = max(0, self.preformatted - 1)
        while self.stack:
            opened, deeper = self.stack.pop()
            self.quotes = max(0, self.quotes - deeper)
            while deeper and self.lines and not self.lines[-1].strip("> "):
                self.lines.pop()
            if opened == name:
                break
        if name in SPACED:
            self.space()

    def _end_link(self) -> None:
        address, start = self.links.pop()
        shown = "".join(self.line[start:]).strip()
        address = address.strip()
        bare = (
            re.sub(r"^(?:mailto:|tel:|https?://)", "", address).rstrip("/").split("?")[0 if ":" in address[:7] else -1]
        )
        if address and shown and bare.lower() not in shown.lower() and address not in shown:
            self.line.append(f" <{address}>")

    def end_line(self, *, even_empty: bool = False) -> None:
        text = "".join(self.line)
        text = text.rstrip() if self.preformatted else text.strip(" \n")
        self.line.clear()
        if text.strip():
            self.lines.append(self._prefixed(text.rstrip()))
        elif even_empty:
            self.lines.append(self._prefixed(""))

    def space(self) -> None:
        if self.lines and self.lines[-1].strip("> "):
            last = self.lines[-1]
            above = len(last) - len(last.lstrip(">"))
            self.lines.append(">" * min(self.quotes, above, 20))

    def _prefixed(self, text: str) -> str:
        if not self.quotes:
            return text
        depth = min(self.quotes, 20)
        return (">" * depth + " " + text).rstrip()

    def finished(self) -> str:
        self.end_line()
        kept: list[str] = []
        for line in self.lines:
            if not line.strip("> ") and len(kept) > 1 and not kept[-1].strip("> ") and not kept[-2].strip("> "):
                continue
            kept.append(line.replace("\u00a0", " "))
        while kept and not kept[-1].strip("> "):
            kept.pop()
        return "\n".join(kept).strip("\n ")
