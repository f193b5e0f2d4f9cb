"""Was this letter written by a machine? Then no machine may answer it.

RFC 3834, section 2 and 5, and what mailers did before and beside it.
"""

from __future__ import annotations

import re

from .addresses import read_one
from .letter import Mailbox
from .machine_words import kind_by_words
from .part import Part

OURS = "x-petite-voix"
REPLY_MARKS = ("x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply", "x-mail-autoreply", "x-vacation")
LIST_MARKS = ("list-id", "list-unsubscribe", "list-post", "list-help", "mailing-list", "x-mailing-list")
MACHINES = re.compile(
    r"(?:mailer-?daemon|mail-?daemon|postmaster|(?:[a-z0-9]+[-_.])*(?:no[-_.]?reply|do[-_.]?not[-_.]?reply"
    r"|ne[-_.]?pas[-_.]?repondre|(?:no|sans)[-_.]?reponse)|bounces?|nobody|notifications?|auto-?reply|auto-?mail)"
    r"(?:[+._-].*)?",
    re.IGNORECASE,
)
DAEMONS = re.compile(
    r"(?:mailer-?daemon|mail-?daemon|postmaster|microsoftexchange[0-9a-f]{32}|mail[-_. ]delivery[-_. ].*)(?:[+.-].*)?",
    re.IGNORECASE,
)
AWAY = re.compile(
    r"(?i)^(?:auto(?:matic)?[ -]?(?:reply|response|answer)|automatische antwort"
    r"|out of (?:the )?office|réponse automatique"
    r"|reponse automatique|absence du bureau|message d.absence|away from|on vacation"
    r"|respuesta automática|risposta automatica)"
)


def kind_of(
    headers: Part, sender: Mailbox, subject: str, *, is_bounce: bool, words: str = "", text: str = ""
) -> str | None:
    """Name what kind of machine wrote a letter, or None for a person.

    Kinds: "bounce", "report", "auto-reply", "auto-generated", "list". A subject alone proves nothing: people write
    about their absences too. Where no header helps, it is read with the new words and with the whole text.
    """
    if is_bounce:
        return "bounce"
    if _word(headers, "content-type") in {"multipart/report", "message/delivery-status"}:
        return "report"
    submitted = _word(headers, "auto-submitted")
    if submitted and submitted != "no":
        return "auto-generated" if submitted.startswith("auto-gen") else "auto-reply"
    if OURS in headers:
        return "auto-generated"
    precedence = _word(headers, "precedence") or _word(headers, "x-precedence")
    if precedence in {"auto_reply", "auto-reply", "autoreply"}:
        return "auto-reply"
    if any(mark in headers and _word(headers, mark) not in {"no", "false"} for mark in REPLY_MARKS):
        return "auto-reply"
    if any(mark in headers for mark in LIST_MARKS) or precedence == "list":
        return "list"
    if precedence in {"bulk", "junk"}:
        return "auto-reply" if AWAY.match(subject) else "auto-generated"
    if _suppressed(headers):
        return "auto-reply" if AWAY.match(subject) else "auto-generated"
    local = sender.address.partition("@")[0]
    if DAEMONS.fullmatch(local):
        return "auto-generated"
    if return_path(headers) == "":
        return "auto-reply" if AWAY.match(subject) else "auto-generated"
    answers_to = read_one(headers.get("reply-to", ""))
    # A form writes as noreply@ for a person, whose address is then in Reply-To.
    stands_for_person = answers_to is not None and answers_to.address.lower() != sender.address.lower()
    if MACHINES.fullmatch(local) and not stands_for_person:
        return "auto-reply" if AWAY.match(subject) else "auto-generated"
    if AWAY.match(subject) and _weak_signs(headers):
        return "auto-reply"
    if stands_for_person:
        return None
    return kind_by_words(subject, words, text, answers="in-reply-to" in headers or "references" in headers)


def return_path(headers: Part) -> str | None:
    """Give the envelope sender: "" for the null path `<>`, None when the header is absent."""
    if "return-path" not in headers:
        return None
    value = headers.get("return-path", "")
    match = re.search(r"<([^<>]*)>", value)
    return (match[1] if match else value).strip()


def _suppressed(headers: Part) -> bool:
    # Exchange also writes "OOF, AutoReply" on letters of persons, to spare them the absences of others.
    wishes = {wish.strip().lower() for wish in headers.get("x-auto-response-suppress", "").split(",")}
    return "all" in wishes


def _weak_signs(headers: Part) -> bool:
    replies = "in-reply-to" in headers or "references" in headers
    mailer = headers.get("x-mailer", "") + headers.get("user-agent", "")
    if re.search(r"(?i)vacation|autorespond|auto-?reply", mailer) or "x-auto-response-suppress" in headers:
        return True
    return replies and "x-ms-exchange-inbox-rules-loop" in headers


def _word(headers: Part, name: str) -> str:
    return re.split(r"[;\s(]", headers.get(name, "").strip().lower(), maxsplit=1)[0] if name in headers else ""
