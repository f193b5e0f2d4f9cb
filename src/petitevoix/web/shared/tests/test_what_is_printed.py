"""What a template prints is as safe as MarkupSafe makes it, and says the same."""

from decimal import Decimal

import pytest
from django.template import engines
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy, override
from hypothesis import given
from hypothesis import strategies as some
from markupsafe import Markup, escape

from petitevoix.web.shared.jinja import say, size
from petitevoix.web.shared.printing import printed


@given(some.text(alphabet=some.sampled_from("&<>'\"é \n") | some.characters()))
def test_words_are_made_safe(words):
    assert printed(words) == str(escape(words))
    assert printed(Markup(words)) == words


@pytest.mark.parametrize(
    "value",
    [7, -1, True, None, 1.5, Decimal("2.10"), gettext_lazy("Keep"), mark_safe("<b>"), type("Word", (str,), {})("<i>")],
)
def test_whatever_it_is_it_is_printed_as_before(value):
    assert printed(value) == str(escape(value))


def test_templates_print_through_it():
    page = engines["jinja"].from_string(
        "{% set bold %}<b>{{ one }}</b>{% endset %}{{ bold }}{{ one }}{{ 1 }}{{ gone }}"
    )
    assert page.render({"one": "<i> & 'you'"}) == ("<b>&lt;i&gt; &amp; &#39;you&#39;</b>&lt;i&gt; &amp; &#39;you&#39;1")


def test_what_is_put_into_our_words_is_made_safe():
    assert say("Undo %(what)s", what="<script>") == Markup("Undo &lt;script&gt;")


@pytest.mark.parametrize(
    ("octets", "said"), [(0, "0\u00a0octet"), (1, "1\u00a0octet"), (624, "624\u00a0octets"), (3400, "3,4\u00a0ko")]
)
def test_one_octet_is_one(octets, said):
    with override("fr"):
        assert size(octets) == said
