"""Words of ours that are no reply: they change no turn and wait for no undo."""

from datetime import datetime

from petitevoix.cases import letters
from petitevoix.cases.models import Case, Message
from petitevoix.delivery.actions import post
from petitevoix.kit import clock
from petitevoix.kit.prepared import insert
from petitevoix.people.models import Advisor


def tell(
    case: Case, words: str, *, purpose: str, language: str, by: Advisor | None = None, automatic: str = "",
    postscript: letters.Postscript | None = None, at: datetime | None = None,
    leaves_at: datetime | None = None,
) -> Message:  # fmt: skip
    """Write to the person of a case, in the caller's transaction: a message in the thread, and its letter.

    It leaves at once, or at `leaves_at`: until then it can be withdrawn.
    """
    message = insert(
        Message(
            case=case, voice=Message.Voice.US, channel="email", advisor=by, words=words, language=language,
            at=at or clock.now(), leaves_at=leaves_at, signed_as=case.way_to_sign(by),
        )
    )  # fmt: skip
    if case.person.email:
        contents = letters.contents(case, case.person, words, by=by, automatic=automatic, postscript=postscript)
        parcel = post(
            channel="email", purpose=purpose, to=case.person.email, contents=contents, topic=case.topic,
            not_before=leaves_at,
        )  # fmt: skip
        message.goes_as(parcel)
    return message
