"""Read delivery reports with known answers: found, hard or soft, status.

Usage: python bench/mail/bounces.py FOLDER [-v]
The folder holds letters and `expected.jsonl` with {"file", "expected": [{"status", "reason", "hard"}]}.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))

from petitevoix.channels.email.reading.parse import parse


def main(folder: str, *, verbose: bool) -> int:
    """Print the figures; absences and reports of success must not be taken for bounces."""
    rows = [
        json.loads(line) for line in (Path(folder) / "expected.jsonl").read_text("utf-8").splitlines() if line.strip()
    ]
    wanted = found = right = status = false = 0
    for row in rows:
        bounce = parse((Path(folder) / row["file"]).read_bytes()).bounce
        first = row["expected"][0] if row["expected"] else {"reason": "delivered", "hard": "false", "status": ""}
        if first["reason"] in {"vacation", "delivered"}:
            false += bounce is not None
            continue
        wanted += 1
        if bounce is None:
            print(f"  missed: {row['file']} ({first['reason']})")
            continue
        found += 1
        agrees = bounce.permanent == (str(first["hard"]).lower() == "true")
        right += agrees
        status += bounce.status == first["status"]
        if not agrees or verbose:
            print(
                f"  {'ok' if agrees else 'wrong'}: {row['file']} {first['reason']} ->"
                f" {bounce.reason} {bounce.status} {bounce.recipient}"
            )
    share = max(1, wanted)
    print(
        f"reports {wanted}  found {found / share:.1%}  hard/soft {right / share:.1%}"
        f"  same status {status / share:.1%}  false {false}"
    )
    return 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], verbose="-v" in sys.argv))
