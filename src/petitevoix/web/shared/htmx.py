"""Pages and their fragments: one template, whole for a reader, some of its blocks for htmx."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template import engines
from django.template.backends.jinja2 import Jinja2
from jinja2 import Environment
from jinja2_fragments import render_blocks
from markupsafe import Markup

from petitevoix.web.shared.assets import Assets
from petitevoix.web.shared.language import page_language
from petitevoix.web.shared.wording import in_language


def page(request: HttpRequest, template: str, /, *, status: int = 200, **context: Any) -> HttpResponse:
    """Draw a whole page."""
    assets = Assets(request)
    words = _environment().get_template(template).render(_known(request, context) | {"assets": assets})
    answer = _answer(words, status)
    assets.seal(answer)
    return answer


def blocks(request: HttpRequest, template: str, /, *names: str, status: int = 200, **context: Any) -> HttpResponse:
    """Draw some blocks of a page, one behind the other, for htmx to put in place."""
    words = render_blocks(_environment(), template, names, _known(request, context))
    return _answer(words, status)


def _known(request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    token = get_token(request)  # drawn once: each drawing masks it anew, and a page has many forms
    field = Markup('<input type="hidden" name="csrfmiddlewaretoken" value="%s">') % token
    known = {"request": request, "csrf_input": field, "csrf_token": token}
    for processor in _engine().template_context_processors:
        known.update(processor(request))
    return known | context


def _environment() -> Environment:
    return in_language(_engine().env, page_language())


def _engine() -> Jinja2:
    engine = engines["jinja"]
    assert isinstance(engine, Jinja2)
    return engine


def _answer(words: str, status: int) -> HttpResponse:
    response = HttpResponse(words, status=status)
    # A page about a person is nobody else's, and the fragment of an address is not its page.
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Vary"] = "HX-Request"
    return response
