"""Read every letter of a folder: crashes, empty texts, defects, milliseconds of processor time.

Usage: python bench/mail/parse_folder.py FOLDER
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))

from petitevoix.channels.email.reading.parse import parse


def main(folder: str) -> int:
    """Print the figures; 1 when a letter made the reader raise."""
    crashes, guarded, empty, slow, times = [], [], [], [], []
    paths = [
        path
        for path in sorted(Path(folder).rglob("*"))
        if path.is_file() and path.suffix in {".eml", ".txt", ".msg", ""}
    ]
    if paths:
        parse(paths[0].read_bytes())
    for path in paths:
        raw = path.read_bytes()
        began = time.process_time()
        try:
            letter = parse(raw)
        except Exception as problem:
            crashes.append(f"{path.name}: {problem!r}")
            continue
        spent = (time.process_time() - began) * 1000
        times.append(spent)
        if spent > 50:
            slow.append(f"{path.name}: {spent:.0f} ms, {len(raw)} bytes")
        if any("could not be read (" in defect for defect in letter.defects):
            guarded.append(path.name)
        if not letter.text.strip():
            empty.append(f"{path.name} ({len(letter.attachments)} attachments)")
    print(f"letters {len(paths)}  crashes {len(crashes)}  caught inside {len(guarded)}  empty texts {len(empty)}")
    if times:
        print(
            f"milliseconds: median {statistics.median(times):.2f}, mean {statistics.mean(times):.2f},"
            f" worst {max(times):.1f}"
        )
    for title, rows in (("crash", crashes), ("caught", guarded), ("empty", empty), ("slow", slow)):
        for row in rows:
            print(f"  {title}: {row}")
    return int(bool(crashes))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
