"""A polite word to who sent a letter that is larger than we take."""

from collections.abc import Iterable

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from petitevoix.channels.email.models import Mailbox
from petitevoix.channels.email.placing import Ours, recipients_of, sender_of
from petitevoix.channels.email.reading.parse import parse
from petitevoix.delivery.actions import post
from petitevoix.delivery.models import Parcel, had_enough, latest_in_box
from petitevoix.kit.text import one_line
from petitevoix.people.models import Person

PURPOSE = "too-large"
READ_OF_IT = 256 * 1024  # enough to know who wrote, and in what language


def say_too_large(raw: bytes, *, mailbox: Mailbox | None, sent_from: str, sent_to: Iterable[str]) -> Parcel | None:
    """Post a letter that says what did not arrive and what to do instead, in the caller's transaction.

    Never to a machine, to ourselves or to nobody, and no more often than letters are acknowledged.
    """
    letter, ours = parse(raw[:READ_OF_IT]), Ours.now()
    sender = sender_of(letter, ours)
    came_from_nobody = sent_from in {"<>"} or letter.return_path == ""
    if letter.automatic or letter.ours or came_from_nobody or sender.is_us or not sender.address:
        return None
    if had_enough(latest_in_box(sender.address), most=settings.ACKNOWLEDGEMENTS_PER_HOUR):
        return None
    mailbox = mailbox or ours.first_at(recipients_of(letter, sent_to)) or ours.default
    language = _language(sender.address, letter.language or "")
    with translation.override(language):
        contents = {
            "subject": f"Re: {one_line(letter.subject)}" if letter.subject else _("Your letter"),
            "words": _words(sender.name, one_line(letter.subject)),
            "language": language,
            "door": mailbox.address if mailbox else "",
            "to_name": one_line(sender.name, 120),
            "in_reply_to": letter.message_id or "",
            "references": [letter.message_id] if letter.message_id else [],
            "automatic": "auto-replied",
            "files": [],
        }
    return post(channel="email", purpose=PURPOSE, to=sender.address, contents=contents)


def _words(name: str, subject: str) -> str:
    first = one_line(name, 60).split(" ")[0]
    most = settings.LETTER_LIMIT // (1024 * 1024)
    about = _("Your letter “%(subject)s”") % {"subject": subject} if subject else _("Your letter")
    lines = [
        _("Hello %(name)s,") % {"name": first} if first else _("Hello,"),
        _("%(letter)s is larger than we can take: %(most)s MB is the most, files included. It was not read by anybody.")
        % {"letter": about, "most": most},
        _(
            "Please send it again with fewer or smaller files, in several letters if need be. If that cannot be done, "
            "answer this letter with a few words, and a person will find another way with you."
        ),
    ]
    return "\n\n".join(lines)


def _language(address: str, read: str) -> str:
    person = Person.objects.at(address).first()
    for language in (person.language if person else "", read):
        if language in dict(settings.LANGUAGES):
            return language
    return settings.LANGUAGE_CODE
