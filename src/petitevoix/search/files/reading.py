"""Reading the text of one file: PDF, office (Microsoft's and OpenDocument), plain text. Run as a program of its own.

usage: python -m petitevoix.search.files.reading KIND PATH

A file of a stranger may be made to break its reader: this process has seconds, not minutes, and no more memory than
it needs; it opens nothing but its file, follows no entity (XML is read by its marks alone) and unpacks no more than so
much. What it prints is the text, as far as it got.
"""

import html
import re
import sys
import zipfile
from collections.abc import Callable, Iterator

MOST_TEXT = 400_000  # characters
MOST_UNPACKED = 30_000_000  # octets of one part of an archive
MOST_PARTS = 60
MOST_PAGES = 300
CPU_SECONDS = 15
MEMORY = 1 << 30

# The parts of an office file that hold words.
_WORDS = re.compile(
    r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml|xl/sharedStrings\.xml|"
    r"xl/worksheets/sheet\d+\.xml|ppt/(?:slides/slide|notesSlides/notesSlide)\d+\.xml|content\.xml"
)
_ENDS = re.compile(
    rb"</(?:w:p|w:tc|a:p|si|row|c|text:p|text:h|table:table-cell)>|<(?:w:br|w:tab|text:tab|text:line-break)\b[^>]*>"
)
_TAG = re.compile(rb"<[^<>]*>")
_SPACES = re.compile(r"[ \t]+")


def main(kind: str, path: str) -> None:
    """Print the text of a file of this kind: pdf, office or text."""
    _keep_small()
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    left = MOST_TEXT
    for piece in READERS[kind](path):
        sys.stdout.write(piece[:left])
        sys.stdout.flush()
        left -= len(piece)
        if left <= 0:
            break


def _pdf(path: str) -> Iterator[str]:
    import logging

    from pypdf import PdfReader

    logging.disable(logging.CRITICAL)
    reader = PdfReader(path)
    if reader.is_encrypted:
        reader.decrypt("")
    for number, page in enumerate(reader.pages):
        if number >= MOST_PAGES:
            break
        yield page.extract_text() + "\n"


def _office(path: str) -> Iterator[str]:
    with zipfile.ZipFile(path) as archive:
        parts = [one for one in archive.infolist() if _WORDS.fullmatch(one.filename)][:MOST_PARTS]
        for part in parts:
            with archive.open(part) as packed:
                marked = packed.read(MOST_UNPACKED)
            yield _SPACES.sub(" ", html.unescape(_TAG.sub(b"", _ENDS.sub(b"\n", marked)).decode("utf-8", "replace")))


def _text(path: str) -> Iterator[str]:
    with open(path, "rb") as file:
        octets = file.read(MOST_TEXT * 4)
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            yield octets.decode(encoding)
            return
        except UnicodeDecodeError:
            continue
    yield octets.decode("latin-1")


READERS: dict[str, Callable[[str], Iterator[str]]] = {"pdf": _pdf, "office": _office, "text": _text}


def _keep_small() -> None:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    except (ImportError, ValueError, OSError):
        pass  # the one who started us counts the seconds as well


if __name__ == "__main__":
    main(*sys.argv[1:3])
