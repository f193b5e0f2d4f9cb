"""The HTML of a letter we send: small, drawn from itself alone, light and dark, the look of our pages.

Styles stand on each element because several readers keep nothing else; the short style sheet only dims the lights.
"""

import re
from html import escape
from typing import Any

from petitevoix.kit.markdown import to_html
from petitevoix.kit.typography import typeset

SERIF = "'Iowan Old Style','Palatino Linotype',Palatino,Georgia,serif"
SANS = "system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif"
INK, SOFT, PAPER, SHEET, SUNK, LINE, VOICE = "#26221c", "#6b6358", "#faf7f1", "#fffdf9", "#f2ede3", "#e4dccd", "#23568f"
RIGHT_TO_LEFT = {"ar", "fa", "he", "ur", "yi", "ps", "ckb"}

DARK = (
    "@media (prefers-color-scheme:dark){"
    ".pv-paper{background:#191714!important}.pv-sheet{background:#211e1a!important;border-color:#37322b!important}"
    ".pv-ink,.pv-ink *{color:#ece6da!important}.pv-soft,.pv-soft *{color:#a89f90!important}"
    ".pv-ink a,.pv-soft a{color:#8fb8ea!important}.pv-ink pre,.pv-ink code{background:#14120f!important}"
    ".pv-ink :is(blockquote,th,td,hr,.pv-under){border-color:#37322b!important}"
    "}"
)
# What the composer's Markdown can become; nothing else is in it, and raw HTML is shown as words.
STYLES = {
    "p": "margin:0 0 1em",
    "a": f"color:{VOICE}",
    "ul": "margin:0 0 1em;padding-inline-start:1.4em",
    "ol": "margin:0 0 1em;padding-inline-start:1.6em",
    "blockquote": f"margin:0 0 1em;padding-inline-start:1em;border-inline-start:3px solid {LINE};color:{SOFT}",
    "pre": f"margin:0 0 1em;padding:.7em 1em;background:{SUNK};border-radius:6px;white-space:pre-wrap;font-size:14px",
    "code": f"font-family:ui-monospace,Menlo,Consolas,monospace;background:{SUNK};font-size:.92em",
    "table": "margin:0 0 1em;border-collapse:collapse",
    "th": f"text-align:start;padding:.3em .8em .3em 0;border-bottom:1px solid {LINE}",
    "td": f"padding:.3em .8em .3em 0;border-bottom:1px solid {LINE}",
    "hr": f"border:0;border-top:1px solid {LINE};margin:1.4em 0",
    "h1": "font-size:1.3em;margin:0 0 .6em",
    "h2": "font-size:1.2em;margin:0 0 .6em",
    "h3": "font-size:1em;margin:1.3em 0 .15em",
}
TAG = re.compile(rf"<({'|'.join(sorted(STYLES, key=len, reverse=True))})(?=[\s>])(?: style=\"[^\"]*\")?")


def page(
    words: str, *, signature: str, foot: str, link: str, reference: str, language: str, title: str,
    postscript: list[dict[str, Any]] | None = None,
) -> str:  # fmt: skip
    """Draw a letter. `words` and `foot` are already set; everything that is not Markdown is escaped here."""
    direction = "rtl" if language.partition("-")[0] in RIGHT_TO_LEFT else "ltr"
    language = language if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", language) else "fr"
    body = TAG.sub(lambda match: f'<{match[1]} style="{STYLES[match[1]]}"', to_html(words))
    signed = f'<p style="margin:1.4em 0 0">{escape(signature)}</p>' if signature else ""
    return (
        f'<!doctype html>\n<html lang="{language}" dir="{direction}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">'
        f"<title>{escape(title)}</title><style>{DARK}</style></head>\n"
        f'<body class="pv-paper" style="margin:0;padding:0;background:{PAPER}">'
        f'<div class="pv-paper" style="background:{PAPER};padding:20px 12px">'
        '<div class="pv-sheet pv-ink" dir="auto" style="max-width:640px;margin:0 auto;padding:24px 26px;'
        f"background:{SHEET};border:1px solid {LINE};border-radius:8px;color:{INK};"
        f'font:17px/1.55 {SERIF};overflow-wrap:anywhere">\n'
        f"{body}{signed}{_under(postscript or [], language)}</div>\n"
        f"{_foot(foot, link, reference)}</div></body></html>\n"
    )


def _under(sections: list[dict[str, Any]], language: str) -> str:
    if not sections:
        return ""
    drawn = "".join(_section(section, language) for section in sections)
    return (
        f'<div class="pv-under" style="margin:1.6em 0 0;padding-top:1em;border-top:1px solid {LINE};'
        f'font:14px/1.5 {SANS}">\n{drawn}</div>\n'
    )


def _section(section: dict[str, Any], language: str) -> str:
    title = escape(typeset(section.get("title", ""), language))
    lines = [escape(typeset(line, language)) for line in section["lines"]]
    link = section.get("link", "")
    if title:
        items = "".join(f'<li style="margin:0 0 .35em">{line}</li>' for line in lines)
        return (
            f'<p style="margin:0 0 .4em;font-weight:600">{title}</p>\n'
            f'<ul style="margin:0 0 1.1em;padding-inline-start:1.2em">{items}</ul>\n'
        )
    said = f' <a href="{escape(link)}" style="color:{VOICE}">{escape(section.get("says") or link)}</a>' if link else ""
    return "".join(f'<p style="margin:0 0 .6em">{line}{said}</p>\n' for line in lines)


def _foot(foot: str, link: str, reference: str) -> str:
    if not link:
        return ""
    return (
        '<p class="pv-soft" style="max-width:640px;margin:14px auto 0;padding:0 26px;'
        f'color:{SOFT};font:13px/1.5 {SANS}">'
        f'{escape(foot)} <a href="{escape(link)}" style="color:{VOICE}">{escape(reference or link)}</a></p>\n'
    )
