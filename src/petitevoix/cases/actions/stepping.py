"""Stepping out of the press of a live contact: the person is told when they have it in writing, the case stays put."""

from datetime import datetime

from django.utils import translation
from django.utils.translation import gettext as _

from petitevoix.cases import letters
from petitevoix.cases.actions.replying import reply
from petitevoix.cases.models import Case, Message
from petitevoix.kit.words import moment
from petitevoix.people.models import Advisor


def step_out(case: Case, *, by: Advisor, until: datetime, seen: int | None = None) -> Message:
    """Turn what asks for thought into an answer in writing by a time, which the person is asked to accept.

    All that was asked is promised for then. The case keeps its place and its owner, and whatever is being written
    stays a draft. Raises Refused for a time that is past, and Unseen.
    """
    with translation.override(case.spoken):
        words = "\n\n".join(
            [
                letters.greeting(case.person),
                _("I want to look into this properly rather than answer you in haste.")
                + " "
                + _("You have my answer in writing by %(when)s.") % {"when": moment(until, case.spoken)},
                _("Does that suit you? If it is too late for you, one word in answer to this is enough."),
            ]
        )
    ours = {"standard_text": _("These are the words of the house for stepping out.")}
    return reply(
        case, by=by, words=words, seen=seen, then=Case.State.OPEN, news_on=until, in_writing=True, confirmed=ours
    )
