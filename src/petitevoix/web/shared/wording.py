"""Our own words are said while a template is compiled: a page says some hundred and fifty, and each call costs."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from django.utils import translation
from jinja2 import Environment
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

_SAYING = ["variable_begin", "name", "lparen", "string", "rparen", "variable_end"]  # {{ _("…") }}


class Wording(Extension):
    """Put the words themselves where a template says `{{ _("…") }}`, in an environment that speaks one language."""

    def filter_stream(self, stream: TokenStream) -> TokenStream | Iterable[Token]:
        """Give the tokens of a template, its plain sayings replaced by what they say."""
        language = getattr(self.environment, "spoken", "")
        return _said(list(stream), language) if language else stream


@lru_cache(maxsize=8)
def in_language(jinja: Environment, language: str) -> Environment:
    """Give an environment like another one that speaks this language; its templates are compiled for it."""
    overlay = jinja.overlay(cache_size=400)
    overlay.extend(spoken=language)
    return overlay


def _said(tokens: list[Token], language: str) -> Iterator[Token]:
    at = 0
    while at < len(tokens):
        some = tokens[at : at + len(_SAYING)]
        if [token.type for token in some] == _SAYING and some[1].value == "_":
            with translation.override(language):
                said = translation.gettext(some[3].value)
            if "%" not in said:
                yield Token(some[0].lineno, "data", said)
                at += len(_SAYING)
                continue
        yield tokens[at]
        at += 1
