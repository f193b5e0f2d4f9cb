"""What our letters to a third party say, and what the person is told of the part they hold."""

from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from petitevoix.cases import letters
from petitevoix.cases.models import Message, Relay
from petitevoix.kit.text import one_line
from petitevoix.kit.words import moment, on_day

PURPOSE = "relay"


def contents(relay: Relay, message: Message) -> dict[str, Any]:
    """Gather what a carrier makes a letter of: a thread of its own, and no way into the case."""
    case, language = relay.case, message.language or "fr"
    said = relay.messages.told().exclude(thread_key="").exclude(pk=message.pk)
    keys = list(said.values_list("thread_key", flat=True))[-letters.KEYS_REMEMBERED :]
    with translation.override(language):
        way_back = _("Our reference: %(reference)s. To answer, simply reply to this letter.") % {
            "reference": case.reference
        }
        return {
            "subject": one_line(relay.awaited, 150),
            "words": message.words,
            "signature": letters.signature(case, message.advisor) if message.advisor else "",
            "postscript": [{"title": "", "lines": [way_back]}],
            "language": language,
            "token": relay.reply_token,
            "door": case.door,
            "to_name": "" if relay.name == relay.email else relay.name,
            "in_reply_to": keys[-1] if keys else "",
            "references": keys,
            "files": [
                {"sha256": file.sha256, "name": file.name, "media_type": file.media_type}
                for file in message.attachments.all()
            ],
        }


def to_the_person(relay: Relay) -> str:
    """Write to the person who holds a part of their matter now, in their language."""
    language = relay.case.spoken
    with translation.override(language):
        return "\n\n".join([letters.greeting(relay.case.person), plainly(relay, language)])


def plainly(relay: Relay, language: str) -> str:
    """Say to the person who holds a part, since when, what is awaited and when we next write; the words are ours."""
    said = [
        _("Since %(when)s, %(name)s has a part of it.") % {"when": on_day(relay.since, language), "name": relay.name}
    ]
    if relay.told:
        said.append(relay.told.rstrip(" .") + ".")
    else:
        said.append(_("We await from them: %(awaited)s.") % {"awaited": relay.awaited.rstrip(" .")})
    if relay.answered_at:
        said.append(
            _("They answered us on %(when)s, and it is our turn.") % {"when": on_day(relay.answered_at, language)}
        )
    elif relay.overdue_at:
        said.append(_("They have not answered by the day we had set, and it is for us to ask again."))
    elif relay.next_at:
        said.append(_("Next news: %(when)s at the latest.") % {"when": moment(relay.next_at, language)})
    return " ".join(said)


def quoted(message: Message, language: str) -> str:
    """Quote words of a case for who they are forwarded to: whose they are, from when, and what they say."""
    with translation.override(language):
        who = message.person or message.advisor
        name = (who.name if who else "") or _("The person")
        head = _("%(name)s wrote on %(when)s:") % {"name": name, "when": on_day(message.at, language)}
    lines = message.words.split("\n")
    return "\n".join([head, "", *(f"> {line}".rstrip() for line in lines)])
