"""Style sheets and scripts of a page: by their addresses; within the page itself where a browser has none of them yet.

A first visit is one request: what the page needs stands in it, let through by the hash of each file and by nothing
else. Once the page rests, `first.js` fetches the files, and the pages behind it name their addresses.
"""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from markupsafe import Markup

from petitevoix.web.shared.security import policy

COOKIE = "pv_files"
ITS_PATH = "/desk/"
HTMX = "django_htmx/htmx-2.min.js"
KEPT = (
    "tokens.css", "base.css", "desk.css", "hand.css", "composer.css", "settings.css", HTMX, "desk.js", "palette.js",
    "acts.js", "ahead.js", "lists.js", "composer.js", "offering.js", "ready.js", "mentions.css", "mentions.js",
    "at-hand.css", "macros.js", "who.css",
)  # fmt: skip
_SPACE, _COMMENT = re.compile(r"\n\s*"), re.compile(r"/\*.*?\*/", re.DOTALL)


class Assets:
    """The files of one page of the workspace, printed where its template asks for them."""

    def __init__(self, request: HttpRequest) -> None:
        is_page = request.method == "GET" and "HX-Request" not in request.headers
        self.is_first = is_page and not settings.DEBUG and request.COOKIES.get(COOKIE) != version()
        self._styles: list[str] = []
        self._scripts: list[str] = []

    def style(self, name: str) -> Markup:
        """Print a style sheet, or the way to it."""
        if not self.is_first:
            return Markup('<link rel="stylesheet" href="%s">') % _address(name)
        self._styles.append(name)
        return Markup("<style>%s</style>") % Markup(written(name))  # noqa: S704 (our own file)

    def script(self, name: str) -> Markup:
        """Print the way to a script; one that stands within the page comes at its end, with `rest`."""
        if not self.is_first:
            return Markup('<script src="%s" defer></script>') % _address(name)
        self._scripts.append(name)
        return Markup("")

    def rest(self) -> Markup:
        """Print, at the end of the page, what stands within it, and which files to fetch when it rests."""
        if not self.is_first:
            return Markup("")
        self._scripts.append("first.js")
        later = " ".join(_address(name) for name in KEPT)
        drawn = [Markup("<script>%s</script>") % Markup(written(name)) for name in self._scripts]  # noqa: S704
        return Markup('<p id="later" hidden data-files="%s"></p>\n%s') % (later, Markup("\n").join(drawn))

    def seal(self, response: HttpResponse) -> None:
        """Let a browser run what stands within the page and nothing else, and remember that it has been here."""
        if not self._styles and not self._scripts:
            return
        scripts, styles = ([_hash(name) for name in names] for names in (self._scripts, self._styles))
        response.headers["Content-Security-Policy"] = policy(scripts=scripts, styles=styles)
        response.set_cookie(
            COOKIE, version(), max_age=365 * 24 * 3600, path=ITS_PATH, samesite="Lax", httponly=True,
            secure=settings.SECURE_COOKIES,
        )  # fmt: skip


@cache
def version() -> str:
    """Name the files as they are: other words in one of them, and each browser is new to them."""
    return sha256("".join(map(written, (*KEPT, "first.js"))).encode()).hexdigest()[:12]


@cache
def written(name: str) -> str:
    """Read a file as it stands within a page: nothing in it may end the element it stands in."""
    found = finders.find(name)
    assert isinstance(found, str), name
    words = Path(found).read_text()
    if name.endswith(".css"):
        words = _SPACE.sub("\n", _COMMENT.sub("", words)).strip()
    assert ("</style" if name.endswith(".css") else "</script") not in words, name
    return words


@cache
def _address(name: str) -> str:
    return static(name)


@cache
def _hash(name: str) -> str:
    return f"'sha256-{b64encode(sha256(written(name).encode()).digest()).decode()}'"
