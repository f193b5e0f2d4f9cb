"""A workspace of any size: a view, the next case, the counters of thirty views, one act on a thousand cases.

usage: python -m bench.workspace [--cases 100000,1000000] [--databases sqlite,postgresql]

CPU milliseconds of the application and of the database's own process; seconds for the act on many. Ten messages a
case, a tenth of the cases waiting on us.
"""

import sys
import time
from typing import Any

from bench.copies import copied, moved
from bench.inside import Figures, main, median, open_house, paged

MESSAGES, ROUNDS, MANY, VIEWS = 10, 30, 1000, 30
DRAWN = 50_000  # cases that are drawn; the others are copies of theirs, made by the database
HTMX = {"HTTP_HX_REQUEST": "true"}
BARS = {
    "a view of 50 rows": 5,
    "the rows alone": 5,
    "next case": 5,
    "counters of 30 views": 2,
    "act on 1,000 cases, s": 5,
}


def _measure(cases: int) -> Figures:
    open_house()
    import gc

    from django.test import Client

    from petitevoix.cases.models import Case
    from petitevoix.people.models import Advisor

    _fill(cases)
    gc.freeze()  # as in the served house
    gc.set_threshold(10_000)
    me = Advisor.objects.order_by("pk").first()
    views = _views(me)
    client = Client(headers={"host": "127.0.0.1", "accept-language": "en"})
    client.force_login(me)
    waiting = list(Case.objects.waiting_longest_first().values_list("reference", flat=True)[: 4 * ROUNDS])
    for reference in waiting[:ROUNDS]:  # an advisor who has worked for a while has as many tabs as there may be
        client.get(f"/desk/cases/{reference}/")
    view = f"/desk/views/{views[0]}/"
    return {
        "a view of 50 rows": paged(client, [view] * ROUNDS),
        "the rows alone": paged(client, [view] * ROUNDS, HTTP_HX_TARGET="rows", **HTMX),
        "a case": paged(client, [f"/desk/cases/{one}/" for one in waiting[ROUNDS : 2 * ROUNDS]]),
        **_next(client, waiting[2 * ROUNDS : 3 * ROUNDS]),
        "counters of 30 views": _counters(me),
        "counting 30 views anew, in a job": _count(),
        "act on 1,000 cases, s": _act(me),
    }


def _next(client: Any, references: list[str]) -> Figures:
    """What `j` costs: the next case comes sealed while one reads, then its opening is recorded and its key given."""

    def fetch(reference: str) -> None:
        sealed[reference] = client.get(f"/desk/cases/{reference}/ahead/?in=waiting", **HTMX).content[:12].hex()

    def show(reference: str) -> None:
        answer = client.post(f"/desk/cases/{reference}/opening/", {"nonce": sealed[reference]}, **HTMX)
        assert "key" in answer.json()

    sealed: dict[str, str] = {}
    ahead = median("ahead", [lambda one=one: fetch(one) for one in references])
    return {"next case": median("opening", [lambda one=one: show(one) for one in references]), "… sealed ahead": ahead}


def _views(me: Any) -> list[int]:
    """Keep thirty views; the first holds what a team has open, the others what a lead asks of a day."""
    from petitevoix.cases.actions.viewing import keep_view
    from petitevoix.people.models import Advisor, Team

    teams = [str(pk) for pk in Team.objects.values_list("pk", flat=True)]
    advisors = [str(pk) for pk in Advisor.objects.values_list("pk", flat=True)]
    asked: list[dict[str, Any]] = [{"state": ["open"], "team": [teams[0]]}]
    asked += [{"state": ["open"], "advisor": [one]} for one in advisors[:11]]
    asked += [{"state": [state], "team": [team]} for state in ("pending", "closed") for team in teams]
    asked += [{"state": ["open"], "waiting_over": hours} for hours in (1, 4, 24, 72, 200)]
    asked += [{"state": ["open"], "advisor": [one], "team": [teams[1]]} for one in advisors[: VIEWS - len(asked)]]
    return [
        keep_view(by=me, name=f"View {n}", audience="everyone", team=None, asked=one).pk for n, one in enumerate(asked)
    ]


def _counters(me: Any) -> float:
    """What a page pays for the numbers beside thirty views."""
    from petitevoix.cases.actions.viewing import counts_shown, views_before

    assert len(views_before(me)) == VIEWS

    def read() -> None:
        assert len(counts_shown(me)) == VIEWS

    read()
    return median("counters", [read] * ROUNDS)


def _count() -> float:
    from petitevoix.cases.actions.viewing import count_views

    return median("counting", [count_views] * 3)


def _act(me: Any) -> float:
    """Seconds from the press until a thousand cases have a tag."""
    from petitevoix.cases.actions.bulk import begin, work_through
    from petitevoix.cases.models import BulkAct, Case

    numbers = list(Case.objects.waiting_longest_first().values_list("pk", flat=True)[:MANY])
    began = time.perf_counter()
    bulk = begin("tag", numbers, by=me, add=["seen on Monday"])
    work_through(bulk=bulk.pk)
    spent = time.perf_counter() - began
    assert BulkAct.objects.get(pk=bulk.pk).state == "done"
    return spent


def _fill(cases: int) -> None:
    from bench.seed import count, fill

    drawn = min(cases, DRAWN)
    fill(drawn, messages=MESSAGES)
    for n in range(1, cases // drawn):
        _copy(n * drawn, drawn)
        print(f"\r{(n + 1) * drawn:,} of {cases:,} cases", end="", file=sys.stderr)
    count()


def _copy(more: int, drawn: int) -> None:
    """Copy what was drawn, each copy some hours after its case."""
    from django.db import transaction

    from petitevoix.cases.models import Case, Message

    later = more // 7
    with transaction.atomic():
        copied(Case, f"WHERE id <= {drawn}", {
            "id": f"id + {more}", "reference": f"'C' || (id + {more})", "news_due_at": "NULL", "silent_at": "NULL",
            **{column: moved(column, later) for column in ("opened_at", "changed_at", "waiting_since")},
        })  # fmt: skip
        copied(Message, f"WHERE case_id <= {drawn}", {
            "case_id": f"case_id + {more}", "thread_key": f"thread_key || '.{more}'", "parcel_id": "NULL",
            **{column: moved(column, later) for column in ("at", "leaves_at")},
        })  # fmt: skip


if __name__ == "__main__":
    main("bench.workspace", __doc__, BARS, _measure)
