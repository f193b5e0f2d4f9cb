"""Scenes S112 and S115: whoever opens somebody's file is in the log, and the log proves itself."""

import http.client
import json

import pytest

from tests.house import ESTHER, FIONA, House, written
from tests.windows import Windows, open_case

pytestmark = pytest.mark.browser

READ = """
import json
from petitevoix.config.cli.main import use_django
use_django()
from petitevoix.vault.models import Entry
from petitevoix.people.models import Advisor
from petitevoix.cases.models import Case
who = {advisor.actor: advisor.email for advisor in Advisor.objects.all()}
what = {case.topic: case.reference for case in Case.objects.all()}
for entry in Entry.objects.order_by("position"):
    print(json.dumps([entry.pk, who.get(entry.who), entry.name, what.get(entry.what), entry.at.isoformat()]))
"""


def test_an_opening_by_page_or_by_program_is_recorded_and_proven(house: House, windows: Windows):
    house.deliver(written("president@letters.example", "My new contract?", name="Paul Elys", subject="Contract"))
    desk = windows.desk(FIONA)
    reference = open_case(desk, "Paul Elys")
    token = house.command("token", "add", ESTHER.email, "--scope", "cases:read").strip()
    connection = http.client.HTTPConnection("127.0.0.1", house.port, timeout=20)
    connection.request("GET", f"/api/v1/cases/{reference}", headers={"Authorization": f"Bearer {token}"})
    assert connection.getresponse().status == 200
    connection.close()

    entries = [json.loads(line) for line in house.python(READ).splitlines()]
    openings = {
        who: entry for entry, who, name, what, at in entries if (name, what) == ("case.opened", reference) and at
    }
    assert openings.keys() == {FIONA.email, ESTHER.email}
    proofs = house.commands(
        (["log", "verify"], ""), *[(["log", "prove", str(entry)], "") for entry in openings.values()]
    )
    verified, _line, proven = proofs.partition("\n")
    assert verified.endswith("nothing altered")
    assert proven.count('"root"') >= 2
