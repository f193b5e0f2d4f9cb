"""Who answers, as its person reads it: who is asked first, who they are, what they were told."""

from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext as _

from petitevoix.cases.models import Case, Offer, Summary
from petitevoix.kit.words import moment
from petitevoix.people.models import Advisor
from petitevoix.web.shared.language import page_language

if TYPE_CHECKING:
    from petitevoix.web.portal.cases.reading import TheCase


class Who(NamedTuple):
    line: str  # one true line about who sees to it, where they agreed
    good_at: list[str]
    asked: str  # who is asked first, until when
    name: str  # of who is asked first, while it can be chosen
    choice: str
    over: str  # who could not see to it in time
    told: str  # what whoever has it now was told
    told_to: str


def who_answers(case: "TheCase") -> Who:
    """Gather what a person reads about who answers them."""
    if case.state == Case.State.CLOSED:
        return Who("", [], "", "", "", "", "", "")
    is_free = case.advisor_id is None and case.state == Case.State.OPEN
    offer = Offer.objects.same(case) if case.is_offered and is_free else None
    summary = Summary.objects.in_force().filter(case=case).first() if case.is_handed else None
    meets = case.advisor or (offer.advisor if offer and offer.waits else None)
    line, good_at = _introduced(case, meets)
    asked = name = choice = over = ""
    if offer and offer.until and not offer.left:
        name, choice = case.signed(offer.advisor), offer.choice or "same"
        asked = _("%(name)s, who has answered you before, is asked first, until %(when)s at the latest.") % {
            "name": name, "when": moment(offer.until, page_language())}  # fmt: skip
    elif offer and offer.left:
        over = _("%(name)s cannot see to it in time. The team does, and your place is the same.") % {
            "name": case.signed(offer.advisor)}  # fmt: skip
    told_to = case.signed(summary.to) if summary else ""
    return Who(line, good_at, asked, name, choice, over, summary.words if summary else "", told_to)


def _introduced(case: Case, advisor: Advisor | None) -> tuple[str, list[str]]:
    name = case.signed(advisor)
    if advisor is None or not advisor.is_introduced or not name:
        return "", []
    line = (
        _("%(name)s, here since %(year)s.") % {"name": name, "year": advisor.since_year} if advisor.since_year else name
    )
    return line, [one.word for one in advisor.strengths.all()]
