"""`/metrics` tells this machine, or who holds a token, how the house is; a stranger finds nothing."""

import pytest

from petitevoix.api.models import Token
from petitevoix.cases.actions.spamming import spam

pytestmark = pytest.mark.django_db


def test_this_machine_reads_numbers_and_no_name(client, case, denis):
    spam(case, by=denis)
    answer = client.get("/metrics")
    assert answer["Content-Type"].startswith("application/openmetrics-text")
    told = answer.content.decode()
    assert told.endswith("# EOF\n")
    assert "petitevoix_cases_spam 1\n" in told
    assert "petitevoix_cases_waiting 0\n" in told
    assert "denis" not in told.lower()


def test_a_stranger_finds_nothing(client, denis):
    assert client.get("/metrics", REMOTE_ADDR="203.0.113.7").status_code == 404
    assert client.get("/metrics", headers={"x-forwarded-for": "203.0.113.7"}).status_code == 404
    _token, secret = Token.issue(denis, [])
    told = client.get("/metrics", REMOTE_ADDR="203.0.113.7", headers={"authorization": f"Bearer {secret}"})
    assert told.status_code == 200
    wrong = client.get("/metrics", REMOTE_ADDR="203.0.113.7", headers={"authorization": "Bearer x"})
    assert wrong.status_code == 404
