"""One part of a letter: the standard library's `Message`, taught not to trust what it reads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from email.errors import (
    FirstHeaderLineIsContinuationDefect,
    MessageDefect,
    MisplacedEnvelopeHeaderDefect,
    MissingHeaderBodySeparatorDefect,
)
from email.message import Message
from email.policy import Compat32, Policy
from functools import cached_property
from typing import Any

from .charsets import read_text
from .encoded_words import decode_words
from .limits import MAX_DEPTH, MAX_HEADER_BYTES, MAX_HEADER_LINES, MAX_PARTS, MAX_STRUCTURE_BYTES, MAX_THREAD_BYTES
from .transfer import BASE64, encoding_named, from_base64

MEDIA_TYPE = re.compile(r"\s*[\"']?([a-z0-9!#$&^_.+-]{1,100}/[a-z0-9!#$&^_.+-]{1,100})(?=[\s;,\"'(]|$)", re.IGNORECASE)


class TooManyParts(Exception):
    """Said when a part would be one too many; the standard library itself knows no limit."""

    def __init__(self, letter: Part) -> None:
        """Carry the letter as far as it was read."""
        super().__init__()
        self.letter = letter


class Lenient(Compat32):
    """A policy that gives each header as one line of real characters.

    compat32 gives up on bytes outside ASCII, and `email.policy.default` raises on real letters and takes ten times
    as long.
    """

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """Decode one field by what its bytes show. Fields that shape the letter are kept short: reading their
        parameters takes the square of their length."""
        name, _, value = "".join(sourcelines).partition(":")
        most = MAX_STRUCTURE_BYTES if name[:8].lower() == "content-" else MAX_HEADER_BYTES
        if name.lower() == "references":
            most = MAX_THREAD_BYTES
        raw = value[:most].encode("ascii", "surrogateescape")
        text = read_text(raw, "utf-8" if raw.isascii() else None)[0]
        text = re.sub(r"\r\n|\n|\r", " ", text).strip()
        if name.lower() == "content-transfer-encoding":
            text = encoding_named(text)
        elif name.lower() == "content-type":
            # Some mailers forget the semicolon: text/plain charset=utf-8
            text = re.sub(r"^([^;\s]+)\s+(?=[\w*-]+\s*=)", r"\1; ", text)
        return name, text

    def header_fetch_parse(self, name: str, value: str) -> str:
        """Give the field as it was decoded."""
        return value

    def handle_defect(self, obj: Part, defect: MessageDefect) -> None:  # type: ignore[override]
        """Say what the parser noticed, where it may have cost something."""
        if isinstance(defect, MissingHeaderBodySeparatorDefect):
            obj.notes.append("No blank line stands between the header and the body.")
            obj.is_torn = True
        elif isinstance(defect, FirstHeaderLineIsContinuationDefect | MisplacedEnvelopeHeaderDefect):
            obj.stray += str(defect.line).encode("ascii", "surrogateescape")  # type: ignore[union-attr]


LENIENT = Lenient()


class Part(Message):
    """One node of a letter. Its header is read with `Message`'s own `get`, `get_all` and `in`.

    The parser of the standard library asks each part what to open: it opens multiparts only (a letter inside a letter
    is kept byte for byte), and not too deep, because it recurses and tries every open boundary on every line.
    """

    def __init__(self, notes: list[str], policy: Policy = LENIENT) -> None:
        """Begin empty; what is wrong is added to `notes`."""
        super().__init__(policy=policy)
        self.notes = notes
        self.above: Part | None = None
        self.parts = 0
        self.stray = b""
        self.is_torn = False

    def attach(self, payload: Any) -> None:
        """Take a part below this one. Raises TooManyParts."""
        top = self
        while top.above:
            top = top.above
        top.parts += 1
        if top.parts > MAX_PARTS:
            raise TooManyParts(top)
        payload.above = self
        super().attach(payload)

    def set_raw(self, name: str, value: str) -> None:
        """Keep one header field, unless there are absurdly many: each look-up goes through all of them."""
        if len(self) < MAX_HEADER_LINES:
            super().set_raw(name, value)  # type: ignore[misc]
        else:
            self.notes.append(f"Only the first {MAX_HEADER_LINES} header lines were read.")

    def get(self, name: str, failobj: Any = None) -> Any:
        """Give the first of the values of a field that is not empty."""
        return next((value for value in self.get_all(name, []) if value), failobj)

    def words(self, name: str) -> str:
        """Give a field decoded for a reader, on one line; "" when absent."""
        return " ".join(decode_words(self.get(name, "")).split())

    def get_content_type(self) -> str:
        """Tell the parser what to open."""
        return self.media_type if self.is_open else "text/plain"

    def get_boundary(self, failobj: Any = None) -> Any:
        """Give the boundary; one far longer than RFC 2046 allows would cost a large pattern for each part."""
        boundary = self.parameters("content-type").get("boundary", "").rstrip(" ;")
        return boundary if 0 < len(boundary) <= 200 else failobj

    @property
    def depth(self) -> int:
        """How many parts this one lies in."""
        return self.above.depth + 1 if self.above else 0

    @property
    def is_open(self) -> bool:
        """Say whether the part is a multipart that may be opened."""
        return self.media_type.startswith("multipart/") and self.depth < MAX_DEPTH

    @cached_property
    def media_type(self) -> str:
        """The media type, lower case; what is none is read as text."""
        value = self.get("content-type", "")
        if found := MEDIA_TYPE.match(value):
            return found[1].lower()
        if value:
            self.notes.append(f"The content type {value[:60]!r} is none.")
        return {"text": "text/plain", "html": "text/html"}.get(value.lower(), self.get_default_type())

    @property
    def is_text(self) -> bool:
        """Say whether the part holds characters rather than bytes."""
        return self.media_type.startswith("text/")

    @property
    def children(self) -> Sequence[Part]:
        """The parts of a multipart that was opened."""
        return self.get_payload() if self.is_multipart() else ()  # type: ignore[return-value]

    @property
    def charset(self) -> str | None:
        """The charset that the part says it is in."""
        return self.parameters("content-type").get("charset")

    @property
    def disposition(self) -> str:
        """The disposition in one lower-case word: "attachment", "inline", another or ""."""
        return re.split(r"[;\s]", self.get("content-disposition", ""), maxsplit=1)[0].strip("\"'").lower()

    def filename(self) -> str:
        """Give the file name as written, or ""."""
        named = self.parameters("content-disposition").get("filename")
        return named or self.parameters("content-type").get("name") or ""

    def parameters(self, field: str) -> dict[str, str]:
        """Give the decoded parameters of a field, names in lower case. Never raises."""
        try:
            pairs = self.get_params([], header=field)
        except (ValueError, TypeError, IndexError, LookupError) as problem:
            self.notes.append(f"The parameters of {field.title()} could not be read ({type(problem).__name__}).")
            pairs = []
        found: dict[str, str] = {}
        for name, value in pairs:
            if isinstance(value, tuple):
                # RFC 2231 says it better than the plain parameter that is there for old readers.
                text = read_text(value[2].encode("latin-1", "replace"), value[0])[0]
                found[name.lower()] = text or found.get(name.lower(), "")
            else:
                found.setdefault(name.lower(), decode_words(value))
        return found

    def body(self) -> bytes:
        """Give the body with base64 not yet undone; nothing for a multipart that was opened."""
        body = self.get_payload(decode=True)
        return self.stray + (body if isinstance(body, bytes) else b"")

    def content(self) -> bytes:
        """Give the body with its transfer encoding undone."""
        if self.get("content-transfer-encoding") != BASE64:
            return self.body()
        content, defect = from_base64(self.body(), is_text=self.is_text)
        if defect:
            self.notes.append(defect)
        return content
