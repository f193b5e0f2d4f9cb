"""What stands small under the words of a letter: how each question leaves with it, what is promised, the way back in.

It travels with the letter as plain sections, `{"title": …, "lines": […]}`, the last perhaps with a `link` and the
words it says; the carrier draws them. Each function speaks the language that is active, and sets dates in the one
it is given.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as _

from petitevoix.cases.models import Case, Promise, Question
from petitevoix.kit.words import moment
from petitevoix.people.models import Person

Section = dict[str, Any]


def of_answer(marked: Sequence[Question], promises: Iterable[Promise], language: str) -> list[Section]:
    """Say how each question leaves, where there is more than one or one is not simply answered; and what has a date.

    `marked` are the questions that leave with the letter, `promises` those made with it.
    """
    promises = list(promises)
    due = {promise.question_id: promise for promise in promises if promise.question_id}
    # An answer in writing takes up all that was asked: its date is said once, not once for each question.
    together = {one.due_at for one in promises if one.kind == Promise.Kind.WRITTEN}
    due = {pk: promise for pk, promise in due.items() if promise.due_at not in together}
    dated = [one for one in promises if one.due_at and not one.question_id]
    leaving = [one for one in marked if one.state != Question.State.DISMISSED]
    sections: list[Section] = []
    if len(leaving) > 1 or any(one.state != Question.State.ANSWERED for one in leaving):
        lines = [_leaves(one, due.get(one.pk), language) for one in leaving]
        sections.append({"title": _("Your questions"), "lines": lines})
    if dated:
        sections.append({"title": _("What we promise you"), "lines": [_by(one, language) for one in dated]})
    return sections


def of_closing(case: Case, to: Person, language: str) -> list[Section]:
    """Say that nothing is locked; the link opens the page at a button, for opening a page must change nothing."""
    return [
        {
            "title": "",
            "lines": [_("Is it not solved after all? One press says so, and the same case opens again.")],
            "link": f"{case.link_for(to)}#not-solved",
            "says": _("It is not solved"),
        }
    ]


def of_error(language: str) -> list[Section]:
    """Say why somebody who asked for nothing has this letter."""
    return [
        {
            "title": "",
            "lines": [
                _(
                    "You have this letter because an error of ours touched your case. You need do nothing. If "
                    "something is still not right for you, answer it: whoever reads you will know what happened."
                )
            ],
        }
    ]


def of_one_message() -> list[Section]:
    """Say why somebody who sent nothing has this letter, and that it is the only one."""
    said = _(
        "You began to write to us on our page, left before you sent it, and asked that we write to you once. This is "
        "that letter. Answer it, and we go on from there; if you do not, nothing more comes."
    )
    return [{"title": "", "lines": [said]}]


def _leaves(question: Question, promise: Promise | None, language: str) -> str:
    if question.state == Question.State.PROMISED and promise and promise.due_at:
        return _("“%(question)s” We answer it by %(when)s.") % {
            "question": question.words,
            "when": moment(promise.due_at, language),
        }
    if question.state == Question.State.PROMISED:
        return _("“%(question)s”") % {"question": question.words}
    if question.state == Question.State.DECLINED:
        return _("“%(question)s” We cannot answer it: %(reason)s") % {
            "question": question.words,
            "reason": question.reason,
        }
    return _("“%(question)s” Answered in this letter.") % {"question": question.words}


def _by(promise: Promise, language: str) -> str:
    said = _("%(promise)s, by %(when)s") % {
        "promise": promise.words.rstrip(" .;,"),
        "when": moment(promise.due_at, language) if promise.due_at else "",
    }
    return f"{said} ({promise.condition})" if promise.condition_apart else said
