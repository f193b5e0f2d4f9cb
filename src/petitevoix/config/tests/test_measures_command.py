"""`petitevoix measures`: a calm table, one JSON object, and one sentence where a day is none."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import translation

from petitevoix.config.cli.main import main
from petitevoix.insight.period import BadPeriod, chosen
from petitevoix.insight.records import Closure, Inbound, Mark, Mended, Promise, Question, Reply
from petitevoix.journal.models import Event
from petitevoix.people.models import Advisor

pytestmark = pytest.mark.django_db
T0 = datetime(2026, 3, 2, 9, tzinfo=UTC)
MARCH = ["--from", "2026-03-01", "--until", "2026-04-01"]


@pytest.fixture(autouse=True)
def _in_english(settings, monkeypatch):
    settings.LANGUAGE_CODE = "en"
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    yield
    translation.activate("en")


@pytest.fixture
def five() -> Advisor:
    """Five promises of one advisor, three of them kept."""
    zoe = Advisor.objects.create(pk=884422, email="zoe@desk.example", name="Zwentibold", role="advisor")
    for number in range(5):
        made = {"due_at": (T0 + timedelta(days=3)).isoformat(), "kind": "words"}
        about = {"topic": "case:1", "noun": f"promise:{number}", "by": zoe.actor}
        Event.objects.create(name="promise.made", at=T0, facts=made, **about)
        Event.objects.create(name="promise.kept", at=T0 + timedelta(days=2 if number < 3 else 5), **about)
    return zoe


def printed(capsys, *words: str) -> str:
    assert main(["measures", *words]) == 0
    return capsys.readouterr().out


def test_json_says_everything_of_each_measure(capsys, five):
    told = json.loads(printed(capsys, *MARCH, "--json"))
    assert (told["from"], told["until"]) == ("2026-03-01T00:00:00+00:00", "2026-04-01T00:00:00+00:00")
    assert [one["id"] for one in told["measures"]] == ["M1", "M2", "M3", "M7"]
    kept = told["measures"][0]
    assert (kept["x"], kept["n"], kept["value"], kept["unmatured"]) == (3, 5, 0.6, 0)
    assert (kept["low"], kept["high"]) == (pytest.approx(0.2307, abs=1e-4), pytest.approx(0.8824, abs=1e-4))
    assert kept["companions"]["median_lateness"] == 2 * 24 * 3600
    assert kept["companions"]["broken_in_silence"]["x"] == 2
    assert kept["thresholds"] == {"disputable_days": 7, "since": "2026-11-22"}


def test_nothing_is_null_and_never_a_share(capsys):
    for one in json.loads(printed(capsys, "--json"))["measures"]:
        assert (one["x"], one["n"], one["value"], one["low"], one["high"]) == (0, 0, None, None, None)
    assert "Promises kept: no data yet" in printed(capsys)


def test_the_table_is_read_by_people(capsys, five):
    table = printed(capsys, *MARCH)
    assert "The measures, from 1 March 2026 to 31 March 2026" in table
    assert "M1  Promises kept: 3 of 5, 60% [between 23 and 88%]" in table
    assert max(map(len, table.splitlines())) < 150


def test_it_speaks_the_language_of_the_terminal(capsys, five, monkeypatch):
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    assert "La parole tenue\u00a0: 3 sur 5, 60\u00a0%" in printed(capsys, *MARCH)
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert "Promises kept" in printed(capsys, *MARCH)


@pytest.mark.parametrize(
    "words",
    [
        ["--from", "yesterday"],
        ["--until", "2026-02-30"],
        ["--from", "2026-03-02", "--until", "2026-03-02"],
        ["--until", "0001-01-03"],
    ],
)
def test_a_bad_day_is_one_sentence_and_wrong_usage(capsys, words):
    assert main(["measures", *words]) == 2
    heard = capsys.readouterr()
    assert (heard.out, heard.err.count("\n")) == ("", 1)
    assert heard.err.startswith("petitevoix measures: ")


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_no_advisor_is_named_or_numbered(capsys, five, form):
    told = printed(capsys, *MARCH, *form)
    for trace in (five.name, five.email, str(five.pk), "advisor"):
        assert trace not in told


@pytest.mark.parametrize("record", [Reply, Promise, Question, Mark, Inbound, Closure, Mended])
def test_no_record_knows_who_answered(record):
    assert not {"by", "advisor", "owner", "actor"} & set(record.__slots__)


NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)  # a Wednesday


@pytest.mark.parametrize(
    ("first", "last", "begins", "ends"),
    [
        ("", "", "2026-08-24", "2026-11-16"),
        ("2026-11-01", "", "2026-11-01", "2026-11-19"),
        ("", "2026-11-02", "2026-08-10", "2026-11-02"),
        ("2026-01-01", "2027-01-01", "2026-01-01", "2027-01-01"),
    ],
)
def test_what_is_left_out_of_a_period_is_filled_in(first, last, begins, ends):
    period = chosen(first, last, NOW)
    assert (f"{period.begins:%Y-%m-%d}", f"{period.ends:%Y-%m-%d}") == (begins, ends)


def test_a_period_that_has_not_begun_is_none():
    with pytest.raises(BadPeriod):
        chosen("2027-01-01", "", NOW)
