"""The command: what it prints, and how it says no."""

import json
import os
import re
import subprocess
import sys

import pytest
from django.db import OperationalError
from django.test import Client
from django.utils import translation

from petitevoix.api.models import Token
from petitevoix.config.cli.main import main, sentence
from petitevoix.config.demo.papers import paper
from petitevoix.config.demo.story import TOWN, BadStory, read_town
from petitevoix.config.env import BadSetting
from petitevoix.people.models import Advisor
from petitevoix.vault import log
from petitevoix.vault.models import Entry

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english(settings):
    settings.LANGUAGE_CODE, settings.URL = "en", "http://testserver"
    yield
    translation.activate("en")


def test_an_advisor_is_added_with_teams_and_the_act_is_proven(capsys):
    assert main(["advisor", "add", "Denis@Desk.example", "--name", "Denis", "--role", "lead", "--team", "Line"]) == 0
    advisor = Advisor.objects.get()
    assert (advisor.email, advisor.role, advisor.teams.get().name) == ("denis@desk.example", "lead", "Line")
    assert "advisor.added" in Entry.objects.values_list("name", flat=True)
    assert list(log.verify()) == []


def test_the_one_time_link_lets_an_advisor_choose_a_password_once(capsys, client: Client):
    main(["advisor", "add", "denis@desk.example", "--name", "Denis"])
    link = re.search(r"http://testserver(/\S+)", capsys.readouterr().out).group(1)
    form = client.get(link, follow=True)
    path = form.redirect_chain[-1][0]
    answer = client.post(path, {"password1": "a long enough word", "password2": "a long enough word"})
    assert answer.status_code == 302
    assert Advisor.objects.get().check_password("a long enough word")
    again = Client().get(link, follow=True)
    assert b'name="password1"' not in again.content


def test_an_address_has_one_account(capsys, denis):
    assert main(["advisor", "add", "DENIS@desk.example", "--name", "Other"]) == 1
    heard = capsys.readouterr()
    assert (heard.out, heard.err.count("\n")) == ("", 1)
    assert "already" in heard.err
    assert Advisor.objects.count() == 1


def test_a_refused_account_leaves_no_team_behind(capsys, denis):
    from petitevoix.people.models import Team

    main(["advisor", "add", "denis@desk.example", "--name", "Other", "--team", "Brand new"])
    assert not Team.objects.filter(name="Brand new").exists()


def test_a_password_comes_by_standard_input(capsys, monkeypatch):
    import io

    monkeypatch.setattr("sys.stdin", io.StringIO("a long enough word\n"))
    assert main(["advisor", "add", "denis@desk.example", "--name", "Denis", "--password-stdin"]) == 0
    assert Advisor.objects.get().check_password("a long enough word")
    assert "http" not in capsys.readouterr().out


def test_a_token_is_shown_once_and_has_the_scopes_asked_for(capsys, denis):
    assert main(["token", "add", "denis@desk.example", "--scope", "cases:read"]) == 0
    token = Token.behind(capsys.readouterr().out.strip())
    assert (token.advisor, token.scopes) == (denis, ["cases:read"])
    assert main(["token", "add", "nobody@desk.example"]) == 1


def test_the_log_is_verified_and_an_altered_entry_named(capsys, data):
    main(["advisor", "add", "denis@desk.example", "--name", "Denis"])
    capsys.readouterr()
    assert main(["log", "verify"]) == 0
    assert "1 entry, nothing altered" in capsys.readouterr().out
    assert main(["log", "prove", "1"]) == 0
    assert json.loads(capsys.readouterr().out)["entry"]["position"] == 1
    Entry.objects.update(who="advisor:99")
    assert main(["log", "verify"]) == 1
    assert "Entry 1 was altered." in capsys.readouterr().out
    assert main(["log", "prove", "7"]) == 1


@pytest.mark.parametrize(
    "words", [["nonsense"], [], ["advisor", "add"], ["token", "add", "a@b.example", "--scope", "all"]]
)
def test_wrong_usage_is_two(words, capsys):
    with pytest.raises(SystemExit) as left:
        main(words)
    assert left.value.code == 2


@pytest.mark.parametrize(
    ("problem", "word"),
    [
        (BadSetting("PETITEVOIX_DEMO says “maybe”; write yes or no."), "maybe"),
        (OperationalError("no such table: pv_people_advisor"), "petitevoix serve"),
        (OperationalError("connection refused"), "PETITEVOIX_DATABASE_URL"),
        (FileNotFoundError(2, "No such file", "x.eml"), "x.eml"),
        (ZeroDivisionError("division by zero"), "PETITEVOIX_DEBUG"),
    ],
)
def test_what_goes_wrong_is_one_sentence(problem, word):
    assert word in sentence(problem)
    assert "\n" not in sentence(problem)


def test_the_language_room_starts_without_django():
    code = (
        "import sys; from petitevoix.config.cli.main import main; main(['read', 'reply']); main(['mail', 'parse']);"
        "sys.exit('django' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], input=b"", capture_output=True, check=False, env=os.environ)
    assert done.returncode == 0, done.stderr.decode()


def test_the_story_of_the_town_can_be_told():
    town = read_town()
    assert len(town.tales) >= 300
    assert {tale.language for tale in town.tales} == {"fr", "en"}


def test_a_mistake_in_the_story_is_named_with_its_file_and_case(tmp_path):
    (tmp_path / "cast.toml").write_text((TOWN / "cast.toml").read_text())
    (tmp_path / "en_x.toml").write_text('[[case]]\nperson = "nobody-at-all"\ntitle = "A line"\n')
    with pytest.raises(BadStory, match=r"en_x.toml, case 1 \(“A line”\): `person` says “nobody-at-all”"):
        read_town(tmp_path)


@pytest.mark.parametrize(
    ("name", "begins"),
    [("a.pdf", b"%PDF-"), ("a.png", b"\x89PNG"), ("a.jpg", b"\xff\xd8"), ("a.wav", b"RIFF"), ("a.csv", b"day")],
)
def test_papers_are_what_their_names_say(name, begins):
    assert paper(name)[1].startswith(begins)
