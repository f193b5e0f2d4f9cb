"""Compiles what our translators wrote (`locale/*/LC_MESSAGES/*.po`) into what Django reads (`.mo`).

usage: python -m petitevoix.config.catalogues
"""

import io
import os
from pathlib import Path

LOCALE = Path(__file__).resolve().parent.parent / "locale"


def main() -> None:
    """Compile each catalogue that changed since it was last compiled."""
    for source in sorted(LOCALE.glob("*/LC_MESSAGES/*.po")):
        parts = sorted(LOCALE.glob(f"parts/*.{source.parts[-3]}.po"))
        target = source.with_suffix(".mo")
        newest = max(path.stat().st_mtime for path in (source, *parts))
        if not target.exists() or target.stat().st_mtime < newest:
            _compile(source, parts, target)
    for language in {part.name.split(".")[-2] for part in LOCALE.glob("parts/*.po")}:
        folder = LOCALE / language / "LC_MESSAGES"
        if not (folder / "django.po").exists():
            folder.mkdir(parents=True, exist_ok=True)
            _compile(None, sorted(LOCALE.glob(f"parts/*.{language}.po")), folder / "django.mo")


def _compile(source: Path | None, parts: list[Path], target: Path) -> None:
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    language = target.parts[-3]
    catalogue = read_po(io.BytesIO(source.read_bytes()), locale=language) if source else Catalog(locale=language)
    for part in parts:
        for message in read_po(io.BytesIO(part.read_bytes()), locale=language):
            if message.id and any(message.string if isinstance(message.string, tuple) else [message.string]):
                catalogue.add(message.id, message.string, context=message.context)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    # Written aside, then moved: a server that starts meanwhile never reads half a catalogue.
    aside = target.with_name(f".{target.name}-{os.getpid()}")
    aside.write_bytes(compiled.getvalue())
    aside.replace(target)


if __name__ == "__main__":
    main()
