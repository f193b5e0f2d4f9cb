"""Measure how well the facts that a draft asks its reader for are found.

The drafts in asks.fr.jsonl and asks.en.jsonl were written by us, from imagination, before the reader was: what an
advisor writes about parcels, machines, contracts and bills, half of it asking for a serial number, an address or a
date of birth, half only mentioning one. The rows of set "test" (every third) were kept back while the rules were
written. A fact counts once for each draft.
"""

import argparse
import time

from bench.language.questions import HERE, figures, read
from petitevoix.language.asks import find


def main() -> None:
    """Print precision, recall and F1 by language and set, and the speed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--misses", choices=["dev", "test"], help="also print what is missed in a set, or found too much"
    )
    arguments = parser.parse_args()
    for language in ("fr", "en"):
        rows = read(HERE / f"asks.{language}.jsonl")
        began = time.process_time()
        answers = [find(row["text"], language) for row in rows]
        took = time.process_time() - began
        for part in ("dev", "test"):
            pairs = [(row, ours) for row, ours in zip(rows, answers, strict=True) if row["set"] == part]
            right = sum(len({*row["asks"]} & {*ours}) for row, ours in pairs)
            found, there = sum(len(ours) for _, ours in pairs), sum(len(row["asks"]) for row, _ in pairs)
            exact = sum(row["asks"] == ours for row, ours in pairs) / len(pairs)
            print(f"{language} {part:5}", figures(right, found, there), f" exact {exact:.3f}  ({len(pairs)} drafts)")
            if arguments.misses == part:
                for row, ours in pairs:
                    if row["asks"] != ours:
                        print(f"  {row['id']} {row['text']!r}\n     {row['asks']} but found {ours}")
        print(f"{language} speed {len(rows) / took:.0f} drafts/s")


if __name__ == "__main__":
    main()
