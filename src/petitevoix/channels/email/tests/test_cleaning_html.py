"""HTML of a letter: nothing runs, nothing is fetched, nothing that was written is lost."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from petitevoix.channels.email.reading.html import sanitise
from petitevoix.channels.email.reading.html_text import rough_text_of, text_of

PIECES = st.sampled_from(
    [
        "<script>alert(1)</script>",
        "<img src=http://a.example/p.png>",
        "<img src='https://a.example/p.png' onerror=alert(1)>",
        '<img alt="a>b" src="http://a.example/">',
        '<a href="javascript:alert(1)">x</a>',
        "<a href='data:text/html,x'>x</a>",
        '<p onclick="x()">hello</p>',
        '<div style="background:url(http://a.example/)">',
        "<svg onload=alert(1)>",
        "<iframe src=//a.example></iframe>",
        "<form action=/x><input name=a></form>",
        "<style>@import 'http://a.example'</style>",
        "<table background=http://a.example/><tr><td>",
        "<base href=http://a.example/>",
        "<!-- <img src=x> -->",
        "<blockquote>",
        "</div>",
        '"',
        "'",
        "<",
        ">",
        "&lt;img src=http://a.example&gt;",
        "<IMG\nSRC=HTTP://a.example/x>",
        "<math><mtext></mtext><img src=x onerror=1>",
        "<noscript><p title='</noscript><img src=x onerror=1>'>",
    ]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=30))
@settings(max_examples=300, deadline=None)
def test_nothing_in_clean_html_can_run_or_call_a_server(pieces: list[str]) -> None:
    clean = sanitise("".join(pieces))
    assert clean is not None
    for tag in re.findall(r'<[a-z][a-z0-9]*(?:\s+[a-z-]+="[^"]*")*\s*/?>', clean):
        assert not re.match(r"<(?:script|style|iframe|form|input|svg|object|embed|meta|link|base)\b", tag)
        for name, value in re.findall(r'\s([a-z-]+)="([^"]*)"', tag):
            assert not name.startswith("on")
            assert name not in {"src", "background", "srcset"} or value.startswith("data:image/")
            if name == "href":
                assert re.match(r"(?:https?|mailto|tel):", value, re.IGNORECASE)
            if name == "style":
                assert "url" not in value
    assert "<script" not in clean
    text_of(clean)


def test_a_picture_from_a_server_keeps_its_address_where_no_browser_fetches_it() -> None:
    assert sanitise('<img src="https://a.example/p.png" alt="plan">') == (
        '<img data-src="https://a.example/p.png" alt="plan">'
    )


def test_a_picture_of_the_letter_keeps_its_identifier() -> None:
    assert sanitise('<img src="cid:one@example.org">') == '<img data-cid="one@example.org">'


def test_links_tell_nobody_where_the_reader_comes_from() -> None:
    assert 'rel="noopener noreferrer nofollow"' in (sanitise('<a href="https://a.example/">x</a>') or "")


def test_tables_lists_and_line_breaks_stay() -> None:
    html = "<table><tbody><tr><td>1</td></tr></tbody></table><ul><li>a</li></ul>b<br>c"
    assert sanitise(html) == html


@pytest.mark.parametrize("tag", ["<div>", "<b>", "<font color=a>", "<blockquote>", "<table><tr><td>", "<p><b></p>"])
def test_a_page_nested_too_deep_is_refused_at_once(tag: str) -> None:
    began = time.process_time()
    assert sanitise(tag * 20_000) is None
    assert time.process_time() - began < 1


@pytest.mark.parametrize("piece", ["&", "<", "<!--", "<li>", "<b>x</b>", "<p>", "&nbsp;"])
def test_no_page_costs_more_than_a_second_of_processor(piece: str) -> None:
    began = time.process_time()
    html = piece * (1_400_000 // len(piece))
    if sanitise(html) is None:
        rough_text_of(html)
    assert time.process_time() - began < 1.5


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>one</p><p>two</p>", "one\n\ntwo"),
        ("one<br>two<br><br>three", "one\ntwo\n\nthree"),
        ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"),
        ("<ol start=3><li>a</li><li>b</li></ol>", "3. a\n4. b"),
        ("<table><tr><th>n</th><th>price</th></tr><tr><td>1</td><td>20 €</td></tr></table>", "n\tprice\n1\t20 €"),
        ('<a href="https://a.example/x">here</a>', "here <https://a.example/x>"),
        ('<a href="https://a.example/">https://a.example</a>', "https://a.example"),
        ("<p>yes</p><blockquote><p>really?</p></blockquote>", "yes\n\n> really?"),
        ('<div>ok</div><div class="yahoo_quoted"><p>before</p></div>', "ok\n\n> before"),
        ("<blockquote>a<blockquote>b</blockquote></blockquote>", "> a\n>\n>> b"),
        ("a &amp; b &lt;c&gt;", "a & b <c>"),
        ("<pre>a\n  b</pre>", "a\n  b"),
    ],
)
def test_html_becomes_text_that_a_person_can_read(html: str, text: str) -> None:
    assert text_of(sanitise(html) or "") == text


def test_what_outlook_quotes_below_its_header_is_marked() -> None:
    html = '<div><p>Merci !</p><div id="divRplyFwdMsg">De : Ana</div><p>Bonjour</p></div>'
    assert text_of(sanitise(html) or "") == "Merci !\n\n> De : Ana\n>\n> Bonjour"
