"""HTML of a letter made safe to show: nothing runs, nothing is fetched by itself."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from .limits import MAX_HTML, MAX_HTML_ANGLES, MAX_HTML_DEPTH, MAX_HTML_ENTITIES, MAX_HTML_TAGS

TAGS_WORDS = """
    a abbr address article aside b big blockquote br caption center cite code col colgroup dd del dfn
    div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark ol
    p pre q s samp section small span strike strong sub sup table tbody td tfoot th thead time tr tt u
    ul var wbr
"""
TAGS = set(TAGS_WORDS.split())
DROPPED_WITH_CONTENT_WORDS = """
    script style iframe object embed applet noscript noframes noembed template title svg math audio
    video canvas textarea select xmp plaintext
"""
DROPPED_WITH_CONTENT = set(DROPPED_WITH_CONTENT_WORDS.split())
CELL = {"align", "valign", "colspan", "rowspan", "width", "height"}
ATTRIBUTES: dict[str, set[str]] = {
    "*": {"dir", "lang", "title", "style"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "td": CELL,
    "th": CELL,
    "tr": {"align", "valign"},
    "table": {"align", "width", "border", "cellpadding", "cellspacing"},
    "col": {"width", "span"},
    "colgroup": {"width", "span"},
    "ol": {"start", "type"},
    "ul": {"type"},
    "li": {"value"},
    "font": {"color", "size", "face"},
    "div": {"align"},
    "p": {"align"},
    "h1": {"align"},
    "h2": {"align"},
    "h3": {"align"},
    "time": {"datetime"},
}
# Colour and weight carry meaning (« mes réponses en rouge »); nothing here can fetch, hide or leave its place.
STYLES = {"color", "background-color", "font-weight", "font-style", "text-decoration", "text-align", "white-space"}
# The marks that mailers leave on what they quote; the reply is found by them, so they outlive the cleaning.
QUOTE_CLASSES = {"gmail_quote", "gmail_attr", "moz-cite-prefix", "yahoo_quoted", "protonmail_quote", "zmail_extra"}
QUOTE_IDS = {
    "divRplyFwdMsg",
    "appendonsend",
    "OLK_SRC_BODY_SECTION",
    "mail-editor-reference-message-container",
    "reply-intro",
}
TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:\s+[a-z][a-z0-9-]*="[^"]*")*)\s*/?>')
ATTRIBUTE = re.compile(r'\s+([a-z][a-z0-9-]*)="([^"]*)"')
ROUGH_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
# Browsers close these by themselves, so an open one says nothing about depth.
CLOSES_ITSELF_WORDS = """
    br hr img meta link input col area base p li td th tr tbody thead tfoot option dt dd wbr source
    param track html head body
"""
CLOSES_ITSELF = set(CLOSES_ITSELF_WORDS.split())
SAFE_PICTURE = re.compile(r"data:image/(?:png|jpeg|jpg|gif|webp);base64,[A-Za-z0-9+/=\s]*\Z", re.IGNORECASE)
SAFE_LINK = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
UNSAFE_STYLE = re.compile(r"url|expression|import|javascript|\\|/\*|@", re.IGNORECASE)


def sanitise(html: str) -> str | None:
    """Clean HTML so that a page may hold it; None when it is too large or too deep to clean in bounded time.

    Pictures from servers keep their address in `data-src`, pictures of the letter itself in `data-cid`; neither has a
    `src`. Links open without a referrer. Tags are always closed, attributes always in double quotes.
    """
    if len(html) > MAX_HTML or _too_tangled(html):
        return None
    cleaned = _cleaner().clean(html)
    return TAG.sub(_rewritten, cleaned) if "<img" in cleaned or "<a" in cleaned or "style=" in cleaned else cleaned


def _too_tangled(html: str) -> bool:
    if html.count("&") > MAX_HTML_ENTITIES or html.count("<") > MAX_HTML_ANGLES:
        return True
    # A parser's work grows with tags times depth. Depth is counted for each kind of tag by itself: closing tags of
    # another kind must not hide it.
    opened: dict[str, int] = {}
    deepest: dict[str, int] = {}
    total = 0
    for match in ROUGH_TAG.finditer(html):
        total += 1
        if total > MAX_HTML_TAGS:
            return True
        name = match[2].lower()
        if name in CLOSES_ITSELF:
            continue
        if match[1]:
            opened[name] = max(0, opened.get(name, 0) - 1)
            continue
        depth = opened.get(name, 0) + 1
        opened[name] = depth
        if depth > deepest.get(name, 0):
            deepest[name] = depth
            if sum(deepest.values()) > MAX_HTML_DEPTH:
                return True
    return False


@lru_cache(maxsize=1)
def _cleaner() -> Any:
    import nh3

    return nh3.Cleaner(
        tags=TAGS,
        clean_content_tags=DROPPED_WITH_CONTENT,
        attributes=ATTRIBUTES,
        tag_attribute_values={"div": {"id": QUOTE_IDS}, "blockquote": {"type": {"cite"}}},
        allowed_classes={"div": QUOTE_CLASSES, "blockquote": QUOTE_CLASSES},
        filter_style_properties=STYLES,
        url_schemes={"http", "https", "mailto", "tel", "cid", "data"},
        url_relative="deny",
        link_rel="noopener noreferrer nofollow",
    )


def _rewritten(match: re.Match[str]) -> str:
    closing, name, inside = match.groups()
    if closing or not inside:
        return match[0]
    kept = []
    for attribute, value in ATTRIBUTE.findall(inside):
        if attribute == "src":
            kept.append(_picture(value))
        elif not (attribute == "href" and not SAFE_LINK.match(value)) and not (
            attribute == "style" and UNSAFE_STYLE.search(value)
        ):
            kept.append(f' {attribute}="{value}"')
    return f"<{name}{''.join(kept)}>"


def _picture(source: str) -> str:
    scheme = source[:6].lower()
    if scheme.startswith("cid:"):
        return f' data-cid="{source[4:]}"'
    if scheme.startswith("http"):
        return f' data-src="{source}"'
    if SAFE_PICTURE.match(source):
        return f' src="{source}"'
    return ""
