"""What says the same is drawn once; our words are put in when a template is compiled, in each language."""

from typing import NamedTuple

import pytest
from jinja2 import DictLoader, Environment

from petitevoix.web.shared.jinja import environment
from petitevoix.web.shared.wording import in_language

TEMPLATES = {
    "said.html": '{{ _("Waiting for us") }}|{{ _("Close the tab of %(name)s", name=who) }}|{{ _(who) }}',
    "piece.html": '{% macro drawn(fact) %}<b title="{{ _("Mine") }}">{{ fact.words }}</b>{% endmacro %}',
    "page.html": '{{ drawn("piece.html", "en", fact) }}',
}


class Fact(NamedTuple):
    words: str


@pytest.fixture
def jinja() -> Environment:
    return environment(loader=DictLoader(TEMPLATES), autoescape=True)


def test_our_words_are_said_in_the_language_of_each_environment(jinja):
    french, english = (
        in_language(jinja, language).get_template("said.html").render(who="<i>") for language in ("fr", "en")
    )
    assert french.startswith("Nous attendent|")
    assert english.startswith("Waiting for us|Close the tab of &lt;i&gt;|")
    assert in_language(jinja, "fr") is in_language(jinja, "fr")


def test_what_is_put_into_a_piece_is_escaped_and_another_fact_is_drawn_anew(jinja):
    page = in_language(jinja, "en").get_template("page.html")
    assert page.render(fact=Fact("<script>")) == '<b title="Mine">&lt;script&gt;</b>'
    assert page.render(fact=Fact("other")) == '<b title="Mine">other</b>'
    assert page.render(fact=Fact("other")) == '<b title="Mine">other</b>'
    told = jinja.globals["drawn"].cache_info()
    assert (told.hits, told.misses) == (1, 2)


def test_a_piece_speaks_the_language_it_is_asked_in(jinja):
    drawn = jinja.globals["drawn"]
    assert drawn("piece.html", "fr", Fact("x")) != drawn("piece.html", "en", Fact("x"))
