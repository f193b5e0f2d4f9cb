"""Measure which questions a reply is read to answer, with the encoder and by words alone.

The "dev" rows of `answers.fr.jsonl` and `answers.en.jsonl` are taught, with the lessons (`train_answers.py`). "test" is
ordinary mail of all trades, written apart by somebody who wrote none of them, and never taught. "apart" was written
in no pattern of ours to be hard: indirect answers, and replies that stay near a question without answering it.

`--data FOLDER` adds pairs nobody here wrote or trained on: questions of the public FAQ (dialoguemd/covidfaq, MIT) with
the article that answers them, and with the article most like it that does not.
"""

import argparse
import json
import time
from pathlib import Path

from petitevoix.language import encoder
from petitevoix.language.answers import mark

HERE = Path(__file__).parent


def main() -> None:
    """Print accuracy by language and part, and milliseconds for a long reply."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="the folder of other people's sets")
    arguments = parser.parse_args()
    for part in ("dev", "test", "apart"):
        for language in ("fr", "en"):
            path = HERE / f"answers.{language}.jsonl"
            rows = [row for row in rows_of(path) if row["set"] == part]
            pairs = [
                (true, found.mark)
                for row in rows
                for true, found in zip(row["marks"], mark(row["questions"], row["reply"]), strict=True)
            ]
            alone = [
                (true, mark([question], row["reply"])[0].mark)
                for row in rows
                for question, true in zip(row["questions"], row["marks"], strict=True)
            ]
            print(f"{language} {part}: {figures(pairs)}; one question at a time: {figures(alone)}")
    if arguments.data:
        for language in ("fr", "en"):
            print(f"faq {language}: {figures(faq(arguments.data / 'guides', language))}")
    speed()


def rows_of(path: Path) -> list[dict]:
    """Return the rows of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def figures(pairs: list[tuple[str, str]]) -> str:
    """Return accuracy, and the share found of the answered and of the open."""
    right = sum(true == found for true, found in pairs)
    shares = []
    for name in ("answered", "open"):
        of = [found for true, found in pairs if true == name]
        shares.append(f"{name} {sum(found == name for found in of) / max(1, len(of)):.3f}")
    return f"accuracy {right / max(1, len(pairs)):.3f} of {len(pairs)} ({', '.join(shares)})"


def faq(folder: Path, language: str) -> list[tuple[str, str]]:
    """Return pairs of questions with their own article, and with the nearest other one."""
    articles = {row["id"]: row for row in rows_of(folder / f"faq-{language}-articles.jsonl")}
    ids, texts = [*articles], [article["question"] for article in articles.values()]
    pairs = []
    for row in rows_of(folder / f"faq-{language}-queries.jsonl")[:100]:
        alike = (encoder.likeness([row["text"]], texts) or [[0.0] * len(ids)])[0]
        other = max((at for at in ids if at != row["article"]), key=lambda at: alike[ids.index(at)])
        for true, at in (("answered", row["article"]), ("open", other)):
            pairs.append((true, mark([row["text"]], articles[at]["answer"])[0].mark))
    return pairs


def speed() -> None:
    """Print the time of five questions to a reply of some 400 words, first and again while it is written."""
    rows = [row for row in rows_of(HERE / "answers.fr.jsonl") if row["set"] == "dev"]
    reply = " ".join(row["reply"] for row in rows)
    reply = " ".join(reply.split()[:400])
    questions = [row["questions"][0] for row in rows[:5]]
    for name, text in (("fresh", reply), ("one sentence more", reply + " Le bureau ferme à midi."), ("again", reply)):
        began = time.perf_counter()
        mark(questions, text)
        print(f"400 words, 5 questions, {name}: {1000 * (time.perf_counter() - began):.1f} ms")


if __name__ == "__main__":
    main()
