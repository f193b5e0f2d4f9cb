"""How long the guards take over a draft of four hundred words, each and together; the bar is 50 ms for all (p95).

usage: python -m bench.review
"""

import os
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import django

BAR, RUNS, WORDS = 50.0, 200, 400
FRENCH = """
Votre box clignote en rouge parce que la ligne de la rue Haute a été coupée lundi par les travaux de la commune.
Elle est réparée depuis ce matin : éteignez la box BX-20417, attendez dix secondes et rallumez-la. Si elle reste
rouge, dites-le ici et je vous en envoie une autre. Je vous rappelle mercredi à 10 h au 06 11 22 33 44. Nous
restons à votre disposition.
"""
ENGLISH = """
Your box blinks red because the works of the town cut the line in the High Street on Monday. It has been mended
since this morning: switch the box BX-20417 off, wait ten seconds and switch it on again. If it stays red, tell me
here and I send you another one. I call you on Wednesday at 10 on 06 11 22 33 44. Please let us know if you have
any questions.
"""


def main() -> None:
    """Print the median and the 95th percentile of each guard and of all together, in milliseconds of CPU."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "petitevoix.config.settings")
    django.setup()
    from petitevoix.review.reading import all_guards, review

    drafts = [_draft(FRENCH, "fr"), _draft(ENGLISH, "en")]
    review(drafts[0])  # warm
    print("| guard | p50, ms | p95, ms |\n|---|---:|---:|")
    together = {"all": review, **{guard.__name__.rpartition(".")[2]: _listed(guard.look) for guard in all_guards()}}
    for name, look in together.items():
        try:
            took = sorted(_took(look, replace(drafts[run % 2])) for run in range(RUNS))
        except ImportError:  # the reader of language that it asks is not there
            print(f"| {name} | - | - |")
            continue
        print(f"| {name} | {took[RUNS // 2]:.2f} | {took[RUNS * 95 // 100]:.2f} |")
        if name == "all" and took[RUNS * 95 // 100] > BAR:
            raise SystemExit(f"Over the bar of {BAR} ms.")


def _draft(text: str, language: str):
    from petitevoix.review.draft import Draft, Known, Person, Question, Sent

    now = datetime(2026, 11, 23, 10, tzinfo=UTC)
    body = " ".join((text.split() * WORDS)[:WORDS])
    return Draft(
        f"{'Bonjour' if language == 'fr' else 'Hello'} Ana,\n\n{body}\n\nDenis",
        now,
        language=language,
        person=Person("Ana Silva", ["ana@letters.example"], language),
        questions=[Question(number, "Why?", "answered") for number in range(4)],
        sent=[Sent(f"{text} {number}", now - timedelta(days=number), ["ana@letters.example"]) for number in range(6)],
        heard=[text.replace("rouge", "vert")] * 6,
        facts={"serial": ["BX-20417"], "order": ["C-88120"], "phone": ["06 11 22 33 44"]},
        known=Known(["PV-7K3F9Q"], ["house.example"], [], ["Denis"], ["Bruno Petit", "02 11 22 33 44"]),
        standard=[" ".join(reversed(text.split()))] * 20,
        to=["ana@letters.example"],
        missed=True,
        fault_is_ours=True,
    )


def _listed(look: Callable) -> Callable:
    return lambda draft: list(look(draft))


def _took(look: Callable, draft: object) -> float:
    began = time.process_time()
    look(draft)  # a copy each time: what a draft remembers is worked out anew
    return (time.process_time() - began) * 1000


if __name__ == "__main__":
    main()
