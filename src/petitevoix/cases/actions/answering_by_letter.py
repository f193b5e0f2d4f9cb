"""An advisor answers from their own mail program: their reply, or a note, as if they had written it in the case."""

import re
from collections.abc import Sequence
from datetime import timedelta

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from petitevoix.cases import staff_letters
from petitevoix.cases.actions.asking import Mark
from petitevoix.cases.actions.attaching import File, attach
from petitevoix.cases.actions.drafting import put_with_draft
from petitevoix.cases.actions.looking import seems_answered
from petitevoix.cases.actions.noting import note
from petitevoix.cases.actions.replying import reply
from petitevoix.cases.actions.summarising import read_summary, unread_summary
from petitevoix.cases.models import Case, Draft, Message
from petitevoix.cases.refusals import Refused, Stopped, Unseen
from petitevoix.delivery.actions import post
from petitevoix.delivery.models import Parcel
from petitevoix.kit import clock
from petitevoix.people.models import Advisor

AMONG_US = re.compile(r"note[ \t\u00a0\u202f]*:[ \t]*", re.I)
MOST_BACK = 10  # letters that come back to one advisor in an hour: what writes more is a machine


def answer_by_letter(
    case_id: int, *, by: Advisor, words: str, seen: int, files: Sequence[File] = (), is_whole: bool = True
) -> Message | None:
    """Make of an advisor's letter their reply to the person, or a note where it begins with `note:`.

    The questions that the words seem to answer leave as answered, as they are ticked where one writes. What is
    stopped is kept as a draft, and its writer has a letter that says why; then there is no message. `is_whole` is
    False where what the letter quotes could not be told from what it says.
    """
    with transaction.atomic(), translation.override(by.language):
        case = Case.objects.select_related("person", "team").get(pk=case_id).present
        words = words.strip()
        if not Case.objects.visible_to(by).filter(pk=case.pk).exists():
            _send_back(case, by, _("You may no longer see this case."), closed=True)
            return None
        among_us = AMONG_US.match(words)
        try:
            if not is_whole or staff_letters.stands_in(words, case):
                raise Refused(_("What you wrote could not be told from what your letter quotes."))
            with transaction.atomic():
                if among_us:
                    return _note(case, by, words[among_us.end() :], files)
                if unread_summary(case, by):  # it stood in the letter that is answered
                    read_summary(case, by=by)
                marks = [Mark(question, "answered") for question in seems_answered(case, words)]
                return reply(case, by=by, words=words, seen=seen, marks=marks, files=files)
        except Refused as refusal:
            mode = Draft.Mode.NOTE if among_us else Draft.Mode.REPLY
            if by.answers:
                put_with_draft(
                    case, by=by, mode=mode, words=words[among_us.end() :] if among_us else words, files=files
                )
            _send_back(case, by, str(refusal), refusal=refusal, seen=seen)
    return None


def _note(case: Case, by: Advisor, words: str, files: Sequence[File]) -> Message:
    message = note(case, by=by, words=words)
    attach(message, list(files))
    return message


def _send_back(
    case: Case, by: Advisor, why: str, *, refusal: Refused | None = None, seen: int = 0, closed: bool = False
) -> None:
    """Tell the writer in one sentence why their words have not left; what they had not seen is shown with it."""
    recent = Parcel.objects.filter(
        to=by.email, purpose=staff_letters.BACK, created_at__gt=clock.now() - timedelta(hours=1)
    )
    if len(recent.values_list("pk")[:MOST_BACK]) == MOST_BACK:
        return
    unseen = list(refusal.messages) if isinstance(refusal, Unseen) else []
    found = [one.message for one in refusal.findings if one.blocks] if isinstance(refusal, Stopped) else []
    kept = [_("What you wrote is kept as a draft in the case.")] if by.answers and not closed else []
    may_read = Message.objects.shown_to(by).filter(pk__in=[one.pk for one in unseen]).values_list("pk", flat=True)
    shown = [one for one in unseen if one.pk in set(may_read)] if unseen else []
    contents = staff_letters.contents(
        case, by, why if closed else staff_letters.stopped(by, case, why), shown,
        seen=max([seen, *(one.pk for one in unseen)]), automatic="auto-replied",
        besides=[*(one for one in found if one != why), *kept],
    )  # fmt: skip
    if closed:  # nothing of a case that is not theirs to see
        contents |= {"subject": case.reference, "link": "", "token": "", "postscript": []}
    post(channel="email", purpose=staff_letters.BACK, to=by.email, contents=contents)
