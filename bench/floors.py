"""Floors: the same SQL run bare, the same template rendered alone. Run in a process of its own, printing JSON.

usage: python -m bench.floors REFERENCE
"""

import json
import os
import sys
import time

ROUNDS = 100


def main(reference: str) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "petitevoix.config.settings")
    import django

    django.setup()
    from django.test import Client

    from petitevoix.people.models import Advisor

    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(Advisor.objects.first())
    print(
        json.dumps(
            {name: _floor(client, path) for name, path in (("list", "/desk/"), ("open", f"/desk/cases/{reference}/"))}
        )
    )


def _floor(client, path: str) -> dict[str, float]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext
    from jinja2 import Template

    client.get(path)
    drawn: list = []
    render = Template.render

    def keep(self, context):
        drawn.append((self, context))
        return render(self, context)

    Template.render = keep  # type: ignore[method-assign]
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    Template.render = render  # type: ignore[method-assign]
    reads = [q["sql"] for q in queries.captured_queries if q["sql"].lstrip().upper().startswith("SELECT")]
    template, context = drawn[0]
    return {
        "sql": _time(lambda: [_run(connection, sql) for sql in reads]),
        "template": _time(lambda: template.render(context)),
        "queries": len(queries.captured_queries),
    }


def _run(connection, sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql.replace("%", "%%") if connection.vendor == "postgresql" else sql)
        cursor.fetchall()


def _time(work) -> float:
    work()
    began = time.process_time()
    for _ in range(ROUNDS):
        work()
    return (time.process_time() - began) * 1000 / ROUNDS


if __name__ == "__main__":
    main(sys.argv[1])
