"""The words: each is there in French and in English, says nothing of our kitchen, and invites an answer."""

import re
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from petitevoix.language.unanswerable import says_do_not_reply

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "petitevoix"
JARGON = re.compile(
    r"\b(ticket|queue|SLA|backlog|escalat\w+|workflow|SMTP \d+|null|foreign key|token id|customer|client|user|"
    r"agent|utilisateur|helpdesk|inbox|no-?reply)s?\b",
    re.I,
)
# What runs the house may name its tools: these pages are for those who set up mail.
ABOUT_MACHINES = re.compile(r"IMAP|SMTP|LMTP|OAuth|XOAUTH2|JSON|client_id|token_url|mail server|serveur de courrier")


@cache
def french() -> Catalog:
    with (PACKAGE / "locale" / "fr" / "LC_MESSAGES" / "django.po").open("rb") as file:
        return read_po(file, locale="fr")


@cache
def spoken() -> frozenset[str]:
    """Every sentence that pages and letters say, in English."""
    keywords = {
        "_": None,
        "N": None,
        "gettext": None,
        "gettext_noop": None,
        "gettext_lazy": None,
        "ngettext": (1, 2),
        "pgettext": ((1, "c"), 2),
    }
    found = extract_from_dir(
        str(PACKAGE), [("**.py", "python"), ("web/**.html", "jinja2")],
        {"web/**.html": {"extensions": "jinja2.ext.i18n", "trimmed": "true"}}, keywords=keywords,
    )  # fmt: skip
    sentences = {
        m if isinstance(m, str) else m[0] for name, _line, m, _notes, _context in found if "/tests/" not in f"/{name}"
    }
    for page in (PACKAGE / "web" / "account").rglob("*.html"):  # Django's dialect, which Babel does not read
        sentences |= set(re.findall(r"{%\s*translate\s+\"([^\"]+)\"", page.read_text()))
    return frozenset(sentences - {""})


def test_each_sentence_is_there_in_french():
    assert len(spoken()) > 300
    assert sorted(s for s in spoken() if s not in french() or not french()[s].string) == []


def test_both_languages_put_the_same_things_into_a_sentence():
    def holes(text: str) -> set[str]:
        return set(re.findall(r"%\((\w+)\)", text))

    pairs = [(m.id, m.string) for m in french() if isinstance(m.id, str) and m.id]
    assert [english for english, said in pairs if holes(english) != holes(str(said))] == []


def test_no_sentence_speaks_of_our_kitchen():
    words = [text for m in french() if m.id for text in (str(m.id), str(m.string))]
    assert [text for text in words if JARGON.search(text) and not ABOUT_MACHINES.search(text)] == []


def test_no_sentence_of_ours_forbids_an_answer():
    words = [text for m in french() if m.id for text in (str(m.id), str(m.string))]
    refusals = re.compile(
        r"do-not-reply|do not reply|ne pas répondre|pas répondre|« ", re.I
    )  # those that say why it is refused
    assert [text for text in words if says_do_not_reply(text) and not refusals.search(text)] == []


def test_french_is_set_as_french():
    straight = [str(m.string) for m in french() if re.search(r"\w'\w", str(m.string)) and "%" not in str(m.id)]
    assert straight == []


def test_no_french_sentence_stumbles_over_a_name_that_begins_with_a_vowel():
    """« de Arsène », « que Odile »: what stands before a name is a word that never loses its end."""
    stumbling = re.compile(
        r"\b(?:[dl]e|[jnqs]ue?|la) %\((?:name|who|whom|to|by|person|other|house|kept|gone|team|called|sender|before)\)",
        re.I,
    )
    assert [str(m.string) for m in french() if stumbling.search(str(m.string))] == []
