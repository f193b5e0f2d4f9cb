"""Learn the weights of `petitevoix.language.answering.weights` from the "dev" rows of our own sets.

Needs scikit-learn, which the project itself does not: `python -m bench.language.train_answers` rewrites the module.
Each reply is also paired with questions put to another one, in the same language, as pairs that are surely open.
"""

import json
import random
from pathlib import Path

from petitevoix.language import encoder
from petitevoix.language.answering import weights
from petitevoix.language.answering.features import NAMES, measured
from petitevoix.language.answering.sentences import told

HERE = Path(__file__).parent
STRENGTH = 1.0  # of regularisation, by cross-validation over replies


def main() -> None:
    """Fit with and without the encoder, and write both tables."""
    rows = [row for language in ("fr", "en") for row in dev_rows(language)]
    tables = {"WITH_MEANING": fitted(rows, meaning=True), "BY_WORDS": fitted(rows, meaning=False)}
    lines = ['"""How much each feature says; written by `bench.language.train_answers`, not by hand."""\n']
    for title, table in tables.items():
        lines.append(f"{title} = {{")
        lines += [f'    "{name}": {value:.3f},' for name, value in table.items()]
        lines.append("}")
    Path(weights.__file__).write_text("\n".join(lines) + "\n", encoding="utf-8")


def dev_rows(language: str) -> list[dict]:
    """Return the replies of the dev part with their questions and marks, and one question put to another reply each."""
    rows = [json.loads(line) for line in (HERE / f"answers.{language}.jsonl").open(encoding="utf-8")]
    rows = [row for row in rows if row["set"] == "dev"]
    chance = random.Random(7)
    every = [question for row in rows for question in row["questions"]]
    for row in rows:
        stranger = chance.choice([question for question in every if question not in row["questions"]])
        row["asked"] = [*zip(row["questions"], row["marks"], strict=True), (stranger, "open")]
    return rows


def points(rows: list[dict], *, meaning: bool) -> tuple[list[list[float]], list[bool], list[int]]:
    """Return features, marks and the reply each belongs to, of the replies that tell something."""
    features, marks, groups = [], [], []
    for at, row in enumerate(rows):
        sentences = told(row["reply"])
        if not sentences:
            continue
        for question, mark in row["asked"]:
            alike = encoder.likeness([question], [*sentences, " ".join(sentences)]) if meaning else None
            found = measured(question, sentences, alike[0] if alike else None, None)
            features.append([found[name] for name in NAMES])
            marks.append(mark == "answered")
            groups.append(at)
    return features, marks, groups


def fitted(rows: list[dict], *, meaning: bool) -> dict[str, float]:
    """Fit a logistic regression, print how it does on replies it has not seen, and return its weights by name."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import GroupKFold, cross_val_score

    features, marks, groups = points(rows, meaning=meaning)
    model = LogisticRegression(C=STRENGTH, max_iter=2_000, class_weight="balanced")
    for strength in (0.1, 0.3, STRENGTH, 2, 5):
        model.C = strength
        seen = cross_val_score(model, features, marks, groups=groups, cv=GroupKFold(8))
        print(f"meaning={meaning} C={strength}: {seen.mean():.3f} of {len(marks)} pairs")
    model.C = STRENGTH
    model.fit(features, marks)
    return {**dict(zip(NAMES, model.coef_[0], strict=True)), "always": float(model.intercept_[0])}


if __name__ == "__main__":
    main()
