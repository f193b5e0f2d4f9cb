"""Fill the database that the environment names and say what the measures need, as JSON.

usage: python -m bench.prepare CASES | --until-read
"""

import json
import os
import sys
import time

OPENED = 220


def main(word: str) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "petitevoix.config.settings")
    import django

    django.setup()
    if word == "--until-read":
        _until_read()
    else:
        print(json.dumps(_prepare(int(word))))


def _until_read() -> None:
    """Say when ready; once a line comes in, wait until no letter is left to be read, then say so."""
    from petitevoix.channels.email.models import Intake

    print("ready", flush=True)
    sys.stdin.readline()
    while Intake.objects.filter(state="stored").exists():
        time.sleep(0.05)
    print("read", flush=True)


def _prepare(cases: int) -> dict:
    from django.test import Client

    from bench.seed import fill
    from petitevoix.cases.models import Case
    from petitevoix.config.prepare import prepare
    from petitevoix.delivery.models import Parcel
    from petitevoix.people.models import Advisor

    prepare(lambda words: None)
    fill(cases)
    client = Client()
    client.force_login(Advisor.objects.first())
    # Each is opened for the first time, in a small house as well: of what waits, and then of what rests.
    references = list(Case.objects.waiting_longest_first().values_list("reference", flat=True)[:OPENED])
    others = Case.objects.exclude(state=Case.State.OPEN).order_by("-id").values_list("reference", flat=True)
    references += others[: OPENED - len(references)]
    return {
        "session": client.cookies["pv_session"].value,
        "references": references,
        "keys": list(Parcel.objects.order_by("-id").values_list("thread_key", flat=True)[:500]),
    }


if __name__ == "__main__":
    main(sys.argv[1])
