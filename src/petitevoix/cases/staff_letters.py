"""What our letters to staff say: who did what, the words themselves, the way into the case and the way to answer."""

from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from petitevoix.cases.models import Case, Message
from petitevoix.cases.models.question import questions_owed
from petitevoix.cases.models.staff_address import StaffAddress
from petitevoix.language.mentions import folded
from petitevoix.people.models import Advisor

PURPOSE, BACK = "staff", "staff-back"
MOST_ASKED = 20


def contents(
    case: Case, to: Advisor, what: str, quoted: list[Message], *, seen: int, automatic: str = "auto-generated",
    summary: str = "", besides: list[str] | None = None,
) -> dict[str, Any]:  # fmt: skip
    """Gather what a carrier makes a letter of; all letters of a case are one thread in the advisor's mail program.

    In the language of this moment, which is the advisor's.
    """
    root = f"pv.staff.{case.pk}.{to.pk}@{case.door.rpartition('@')[2] or 'localhost'}"
    way = [*(besides or []), *([_way(case)] if to.answers else [])]
    asked = _asked(case) if to.answers else []
    return {
        "subject": f"{case.title} [{case.reference}]",
        "words": "\n\n".join([what, *([_so_far(summary)] if summary else []), *(quote(message) for message in quoted)]),
        "postscript": [*([{"title": "", "lines": way}] if way else []), *asked],
        "language": to.language,
        "reference": case.reference,
        "link": link(case),
        "foot": _("The case, and all that was said in it:"),
        "token": StaffAddress(to.pk, case.pk, seen).token,
        "door": case.door,
        "to_name": to.name,
        "in_reply_to": root,
        "references": [root],
        "automatic": automatic,
        "files": [],
    }


def link(case: Case) -> str:
    return f"{settings.URL}/desk/cases/{case.reference}/"


def _asked(case: Case) -> list[dict[str, Any]]:
    """List what is still to be answered: who answers by letter sees what their words are held against."""
    questions = [question.words for question in questions_owed(case)]
    if not questions:
        return []
    rule = _(
        "What your words answer leaves as answered. Where one of these is left, your reply waits in the case as a "
        "draft, and a letter tells you."
    )
    return [{"title": _("What they still ask"), "lines": questions[:MOST_ASKED]}, {"title": "", "lines": [rule]}]


def stands_in(words: str, case: Case) -> bool:
    """Tell whether a letter of ours stands in words that should only answer it: so they hold what is among us."""
    return link(case) in words or folded(_way(case)) in folded(words)


def mentioned(by: str) -> str:
    return _("%(name)s mentioned you in a note.") % {"name": by}


def handed(by: str, case: Case) -> str:
    return _("%(name)s gave you the case of %(person)s.") % {"name": by, "person": called(case)}


def wrote(message: Message, *, is_mine: bool) -> str:
    name = message.person.name if message.person and message.person.name else message.sender or _("The person")
    if is_mine:
        return _("%(name)s wrote in a case of yours.") % {"name": name}
    return _("%(name)s wrote in a case that you follow.") % {"name": name}


def called(case: Case) -> str:
    return case.person.name or case.person.email or _("the person")


def quote(message: Message) -> str:
    """Quote words with the name of who wrote them, as a mail program quotes."""
    who = message.person or message.advisor
    name = (who.name if who else "") or message.sender or _("The person")
    lines = "\n".join(f"> {line}".rstrip() for line in message.words.strip().split("\n"))
    return f"{name}:\n\n{lines}"


def _so_far(summary: str) -> str:
    return "{}\n\n{}".format(_("So far, as the person reads it too:"), summary)


def stopped(by: Advisor, case: Case, why: str) -> str:
    with translation.override(by.language):
        return _("Your answer to %(person)s has not left. %(why)s") % {"person": called(case), "why": why}


def _way(case: Case) -> str:
    return _(
        "Answer this letter, and your words go to %(person)s as your reply, from us; begin with “note:” to write among "
        "us instead."
    ) % {"person": called(case)}
