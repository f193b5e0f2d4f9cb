"""The one template dialect of our pages, and the filters they print with."""

from collections.abc import Callable, Hashable
from functools import cache, lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from jinja2 import Environment
from markupsafe import Markup, escape

from petitevoix.kit import clock, markdown, words
from petitevoix.kit.typography import typeset
from petitevoix.web.shared.language import page_language
from petitevoix.web.shared.printing import Printing, printed
from petitevoix.web.shared.wording import Wording, in_language


def environment(**options: Any) -> Environment:
    """Make the Jinja environment that Django asks for; autoescape is on and stays on."""
    jinja = Environment(**options, extensions=["jinja2.ext.i18n", Wording], trim_blocks=True, lstrip_blocks=True)  # noqa: S701
    jinja.code_generator_class = Printing
    jinja.extend(printed=printed)
    jinja.install_gettext_callables(  # type: ignore[attr-defined]
        translation.gettext, translation.ngettext, newstyle=True, pgettext=translation.pgettext,
        npgettext=translation.npgettext,
    )  # fmt: skip
    jinja.globals.update(static=cache(static), url=_url, demo=settings.DEMO, now=clock.now, _=say)
    jinja.globals.update(anew=_drawing(jinja), drawn=lru_cache(maxsize=4000)(_drawing(jinja)))
    jinja.filters.update(
        when=lambda at: words.when(at, page_language()),
        dated=lambda at: words.dated(at, page_language()),
        on_day=lambda at: words.on_day(at, page_language()),
        moment=lambda at: words.moment(at, page_language()),
        exactly=lambda at: words.exactly(at, page_language()),
        since=lambda at: words.span(clock.now() - at, page_language()),
        span=lambda length: words.span(length, page_language()),
        iso=lambda at: at.isoformat(),
        typeset=lambda text, language=None: typeset(str(text), language or page_language()),
        markdown=lambda text: Markup(markdown.to_html(text)),  # noqa: S704 (HTML is off in it)
        paragraphs=paragraphs,
        size=size,
        number=number,
    )
    return jinja


def _drawing(jinja: Environment) -> Callable[..., Markup]:
    def draw(template: str, language: str, *facts: Hashable) -> Markup:
        """Draw the macro `drawn` of a template. Pages mostly keep it: the same facts in one language are drawn once.

        Its module knows nothing of the page: all it says must be in the facts.
        """
        return in_language(jinja, language).get_template(template).module.drawn(*facts)  # type: ignore[attr-defined]

    return draw


def context(request: HttpRequest) -> dict[str, Any]:
    """What every page knows: who reads it and in which language."""
    language = page_language()
    return {"me": getattr(request, "user", None), "language": language, "path": request.path, "_": speaking(language)}


def say(message: str, **variables: Any) -> Markup:
    """Say a message in the page's language, what is put into it escaped."""
    return speaking(page_language())(message, **variables)


@lru_cache(maxsize=8)
def speaking(language: str) -> Callable[..., Markup]:
    """Give what says messages in one language, ten times as quick as Jinja's own way: a page says some hundred."""
    known: dict[str, Markup] = {}

    def say(message: str, **variables: Any) -> Markup:
        said = known.get(message)
        if said is None:
            with translation.override(language):
                said = known[message] = Markup(translation.gettext(message))  # noqa: S704 (our own words)
        if "%" not in said:
            return said
        put = {key: value if type(value) is int else printed(value) for key, value in variables.items()}
        return Markup(str.__mod__(said, put))  # noqa: S704 (our own words, and what is put into them made safe)

    return say


def paragraphs(text: str, language: str | None = None) -> Markup:
    """Set plain words as paragraphs; single line ends stay line ends."""
    blocks = [block.strip("\n") for block in typeset(text, language or page_language()).split("\n\n")]
    drawn = [
        Markup("<p>%s</p>") % Markup("<br>\n").join(escape(block).split("\n")) for block in blocks if block.strip()
    ]
    return Markup("\n").join(drawn)


def number(count: int) -> str:
    """Say a number: 41 200 (41,200)."""
    return f"{count:,}".replace(",", "\u202f") if page_language() == "fr" else f"{count:,}"


def size(octets: int) -> str:
    """Say how large a file is: 12 ko, 3,4 Mo (12 kB, 3.4 MB)."""
    french = page_language() == "fr"
    for limit, name in ((10**9, "G"), (10**6, "M"), (10**3, "k")):
        if octets >= limit:
            number = f"{octets / limit:.1f}".removesuffix(".0")
            return f"{number.replace('.', ',') if french else number}\u00a0{name}{'o' if french else 'B'}"
    return f"{octets}\u00a0{'octets' if french else 'bytes'}"


def _url(name: str, **arguments: Any) -> str:
    return reverse(name, kwargs=arguments or None)
