"""Compiles the catalogues (`locale/*/LC_MESSAGES/*.po`) into what Django reads (`.mo`).

usage: python -m petitevoix.config.catalogues
"""

import io
import os
from pathlib import Path

LOCALE = Path(__file__).resolve().parent.parent / "locale"


def main() -> None:
    """Compile each catalogue that changed since it was last compiled."""
    for source in sorted(LOCALE.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            _compile(source, target)


def _compile(source: Path, target: Path) -> None:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(source.read_bytes()), locale=target.parts[-3]))
    # Written aside, then moved: a server that starts meanwhile never reads half a catalogue.
    aside = target.with_name(f".{target.name}-{os.getpid()}")
    aside.write_bytes(compiled.getvalue())
    aside.replace(target)


if __name__ == "__main__":
    main()
