"""Measure how well questions and requests are found in what people write.

The messages in questions.fr.jsonl and questions.en.jsonl were written by us, from imagination, before the reader was:
parcels, bills, repairs, banks, town halls, in one sentence or a whole letter, with and without accents and question
marks, and as many that only look like asking. The rows of set "test" (every third) were kept back while the rules
were written. One entry is one question; it begins where its clause begins and goes to the end of its sentence or to
the next question. It is found when the longer of the two spans is covered by half or more, one to one.

With `--data FOLDER` it also reads questions/requests-en.jsonl there (ParakweetLabs/EmailIntentDataSet, Apache-2.0): a
sentence is a request or is not, by a policy of its own: "we should meet" is one, most publicity is not.
"""

import argparse
import json
import time
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

from petitevoix.language.questions import find

HERE = Path(__file__).parent


def main() -> None:
    """Print precision, recall and F1 by language and set, and the speed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="a folder with questions/requests-en.jsonl")
    parser.add_argument(
        "--misses", choices=["dev", "test"], help="also print what is missed in a set, or found too much"
    )
    arguments = parser.parse_args()
    for language in ("fr", "en"):
        rows = read(HERE / f"questions.{language}.jsonl")
        for part in ("dev", "test"):
            chosen = [row for row in rows if row["set"] == part]
            print(f"{language} {part:5}", spans_found(chosen, language, show=arguments.misses == part))
        print(f"{language} speed", speed([row["text"] for row in rows], language))
    if arguments.data:
        rows = read(arguments.data / "questions" / "requests-en.jsonl")
        # The second look has seen these rows: `train_requests` says what half of them teaches about the other half.
        print("requests-en, seen", sentences_told(rows))


def read(path: Path) -> list[dict[str, Any]]:
    """Read a file of JSON lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def spans_found(rows: list[dict[str, Any]], language: str, *, show: bool = False) -> str:
    """Match the spans of each row with those found; return the figures as a line."""
    right = found = there = same_kind = 0
    for row in rows:
        ours = find(row["text"], language)
        pairs = matched(row["questions"], ours)
        right, found, there = right + len(pairs), found + len(ours), there + len(row["questions"])
        same_kind += sum(theirs["kind"] == our.kind for theirs, our in pairs)
        if show and not len(pairs) == len(ours) == len(row["questions"]):
            print(f"  {row['id']} {row['text']!r}\n     {[question.text for question in ours]}")
    return f"{figures(right, found, there)}  kind {same_kind / (right or 1):.3f}  ({len(rows)} messages)"


def matched(theirs: list[dict[str, Any]], ours: list[Any]) -> list[tuple[dict[str, Any], Any]]:
    """Pair the spans that share half or more of the longer one."""
    pairs, left = [], list(ours)
    for one in theirs:
        for our in left:
            shared = min(one["end"], our.end) - max(one["start"], our.start)
            if shared * 2 >= max(one["end"] - one["start"], our.end - our.start):
                pairs.append((one, our))
                left.remove(our)
                break
    return pairs


def sentences_told(rows: list[dict[str, Any]]) -> str:
    """Say of each sentence whether anything is asked in it; return the figures as a line."""
    said = [(row["request"], bool(find(row["text"], "en"))) for row in rows]
    return figures(sum(a and b for a, b in said), sum(b for _, b in said), sum(a for a, _ in said))


def half(name: str) -> int:
    """Return which half, 0 or 1, a row belongs to."""
    return sha256(name.encode()).digest()[-1] % 2


def figures(right: int, found: int, there: int) -> str:
    """Return precision, recall and F1 as a line."""
    precision, recall = right / (found or 1), right / (there or 1)
    return f"precision {precision:.3f}  recall {recall:.3f}  F1 {2 * right / (found + there or 1):.3f}"


def speed(texts: Iterable[str], language: str) -> str:
    """Read texts of some 100 words, made of messages run together, and return how many are read in a second."""
    letters, letter = [], ""
    for text in texts:
        letter += text + "\n\n"
        if letter.count(" ") >= 90:
            letters.append(letter)
            letter = ""
    find("Bonjour, où est mon colis ?")
    began = time.process_time()
    for letter in letters:
        find(letter, language)
    known = time.process_time() - began
    for letter in letters:
        find(letter)
    unknown = time.process_time() - began - known
    words = sum(letter.count(" ") for letter in letters) / len(letters)
    return f"{len(letters) / known:.0f} messages/s of {words:.0f} words, {len(letters) / unknown:.0f} with detection"


if __name__ == "__main__":
    main()
