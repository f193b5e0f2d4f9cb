"""Measure who reads replies best, ours or a library, on one file of JSON lines {id, text, reply}."""

import argparse
import json
import re
import time
from collections.abc import Callable

from petitevoix.language.reply import split


def main() -> None:
    """Print, for each reader, the share of exact replies (white space folded) and its speed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", help="a file of JSON lines with id, text, reply")
    parser.add_argument("--misses", action="store_true", help="also print the ids that ours misses")
    arguments = parser.parse_args()
    with open(arguments.path, encoding="utf-8") as file:
        rows = [json.loads(line) for line in file if line.strip()]
    for name, read in readers().items():
        started = time.perf_counter()
        missed = [row["id"] for row in rows if folded(answer(read, row["text"])) != folded(row["reply"])]
        took = time.perf_counter() - started
        exact = len(rows) - len(missed)
        print(f"{name:24} {exact:4}/{len(rows)} = {exact / len(rows):6.1%} {len(rows) / took:8.0f} letters/s")
        if arguments.misses and name == "petitevoix":
            print("   ", *missed)


def readers() -> dict[str, Callable[[str], str]]:
    """Return our reader and those of the libraries that can be imported."""
    found: dict[str, Callable[[str], str]] = {"petitevoix": lambda text: split(text).reply}
    try:
        from mailparser_reply import EmailReplyParser as Many

        # All that its version 1.36 knows.
        languages = ["en", "de", "cs", "da", "es", "fr", "it", "ja", "ko", "nl", "pl", "sv", "zh"]
        found["mail-parser-reply"] = lambda text: Many(languages=languages).parse_reply(text=text) or ""
        found["mail-parser-reply en+fr"] = lambda text: Many(languages=["en", "fr"]).parse_reply(text=text) or ""
    except ImportError:
        pass
    try:
        import quotequail

        found["quotequail"] = lambda text: "\n".join(part for shown, part in quotequail.quote(text) if shown)
    except ImportError:
        pass
    try:
        from email_reply_parser import EmailReplyParser as Github

        found["email-reply-parser"] = Github.parse_reply
    except ImportError:
        pass
    return found


def answer(read: Callable[[str], str], text: str) -> str:
    """Return what a reader makes of a text, or nothing if it raises."""
    try:
        return read(text)
    except Exception:  # a library that raises has simply missed
        return ""


def folded(text: str) -> str:
    """Return a text with every run of white space as one space."""
    return re.sub(r"\s+", " ", text).strip()


if __name__ == "__main__":
    main()
