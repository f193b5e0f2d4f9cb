"""What our letters say beside the advisor's words, in the language of the person."""

from collections.abc import Callable
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import translation
from django.utils.translation import gettext as _

from petitevoix.cases.models import Case, Message, Offer
from petitevoix.kit.prepared import Prepared
from petitevoix.kit.words import moment
from petitevoix.people.models import Advisor, Person

KEYS_REMEMBERED = 20
Postscript = Callable[[str], list[dict[str, Any]]]


def contents(
    case: Case, to: Person, words: str, *, by: Advisor | None = None, automatic: str = "",
    postscript: Postscript | None = None,
) -> dict[str, Any]:  # fmt: skip
    """Gather what a carrier makes a letter of: words, link, answer address, thread.

    `postscript` is asked, in the language of who reads the letter, for what stands small under the words.
    """
    language = to.spoken or case.language or "fr"
    keys = _thread_keys(case)
    with translation.override(language):
        return {
            "subject": subject(case),
            "words": words,
            "signature": signature(case, by) if by else "",
            "postscript": postscript(language) if postscript else [],
            "language": language,
            "reference": case.reference,
            "link": case.link_for(to),
            "token": case.reply_token,
            "door": case.door,
            "to_name": to.name,
            "in_reply_to": keys[-1] if keys else "",
            "references": keys,
            "automatic": automatic,
            "files": [],
        }


def acknowledgement(case: Case) -> str:
    """Say that the letter is here, who reads it, and when the person will next hear from us."""
    language = case.spoken
    with translation.override(language):
        lines = [
            greeting(case.person),
            _("Your letter has arrived. A person will read it: this first word is automatic, the answer will not be."),
        ]
        if case.news_due_at:
            lines.append(
                _("You will hear from us by %(when)s at the latest.") % {"when": moment(case.news_due_at, language)}
            )
        lines += asked_first(case)
        lines.append(_("If you want to add something, simply answer this letter."))
        return "\n\n".join(lines)


def asked_first(case: Case) -> list[str]:
    """Say who is asked first, for they have answered this person before, until when, and that it can be chosen."""
    offer = Offer.objects.same(case)
    if offer is None or offer.until is None or not offer.waits or case.advisor_id:
        return []
    said = {"name": case.signed(offer.advisor), "when": moment(offer.until, case.spoken)}
    return [
        _(
            "%(name)s, who has answered you before, is asked first, until %(when)s at the latest. If you would rather "
            "have whoever is free first, say so on your page; your place stays the same."
        )
        % said
    ]


def greeting(person: Person) -> str:
    """Begin a letter, in the language of this moment."""
    name = person.name.split(" ")[0]
    return _("Hello %(name)s,") % {"name": name} if name else _("Hello,")


def subject(case: Case) -> str:
    return case.title if case.title.lower().startswith("re:") else f"Re: {case.title}"


def signature(case: Case, by: Advisor) -> str:
    """Sign as an advisor chose here: by first name or alias, with the team; or as the team alone."""
    name, team = case.signed(by), case.team.name if case.team else ""
    if name:
        return _("%(name)s, %(team)s team") % {"name": name, "team": team} if team else name
    return _("The %(team)s team") % {"team": team} if team else "Petite Voix"


def _thread_keys(case: Case) -> list[str]:
    return [key for (key,) in _latest_keys(case.pk)][::-1]


def _keys(case: int) -> QuerySet:
    latest = Message.objects.filter(~Q(thread_key=""), ~Q(voice=Message.Voice.NOTE), case_id=case, withdrawn_at=None)
    return latest.order_by("-id").values_list("thread_key")[:KEYS_REMEMBERED]


_latest_keys = Prepared(_keys, int)
