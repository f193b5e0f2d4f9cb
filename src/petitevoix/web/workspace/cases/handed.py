"""What a reader has received with a case, what is held out to them, and how they may sign in it."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from petitevoix.cases.models import Case, Offer, Summary
from petitevoix.journal.models import Event
from petitevoix.kit.prepared import Prepared
from petitevoix.kit.words import moment
from petitevoix.people.models import Advisor
from petitevoix.web.shared.language import page_language


class Handed(NamedTuple):
    summary: Summary | None  # what went with it to who holds it now
    unread: bool  # its reader has received it, and not said that they read it
    in_turn: bool  # it fell to its reader, who may give it back
    held_out: str  # to whom, and until when
    to_reader: bool
    for_word: str  # the strength it is held out for


NOTHING = Handed(None, False, False, "", False, "")


def handed(case: Case, reader: Advisor) -> Handed:
    """Say what went with a case, in one query; for one that is nobody's, to whom it is held out."""
    if case.advisor_id is None:
        return _held_out(case, reader)
    mine = case.advisor_id == reader.pk
    summary = next(iter(_summary_of(case.pk)), None)
    return Handed(summary, mine and bool(summary and not summary.read_at), mine and _fell(case), "", False, "")


def signatures(case: Case, reader: Advisor, given: str) -> list[tuple[str, str, bool]]:
    """Give how a reader may sign in a case: the way, what the person then reads, and whether it is chosen."""
    chosen = given or case.way_to_sign(reader)
    ways = [("first", reader.signed("first"))]
    if reader.alias:
        ways.append(("alias", reader.alias))
    return [(how, words, how == chosen) for how, words in [*ways, ("team", _("the team"))]]


def _held_out(case: Case, reader: Advisor) -> Handed:
    offers = [one for one in _offers_of(case.pk) if not one.left]
    mine = next((one for one in offers if one.advisor_id == reader.pk and one.choice != Offer.Choice.FIRST), None)
    same = next((one for one in offers if one.because == Offer.Because.SAME and one.waits), None)
    words = ""
    if same and same.until:
        until = moment(same.until, page_language())
        words = _("%(name)s, who has answered them before, is asked first, until %(until)s.") % {
            "name": same.advisor.name, "until": until}  # fmt: skip
    return Handed(None, False, False, words, mine is not None, mine.word if mine else "")


def _fell(case: Case) -> bool:
    last = Event.objects.about(case.topic).filter(name="case.assigned").order_by("-id").first()
    return bool(last and last.by == "system")


_summary_of = Prepared(lambda case: Summary.objects.in_force().filter(case_id=case).select_related("by")[:1], int)
_offers_of = Prepared(lambda case: Offer.objects.filter(case_id=case).select_related("advisor").order_by("id"), int)
