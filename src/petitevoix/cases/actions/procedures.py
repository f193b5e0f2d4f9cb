"""Procedures: the steps of a kind of case, kept once, offered where they fit, mended by what did not."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from petitevoix.cases.access import must_answer
from petitevoix.cases.models import Case, Procedure, ReadyAnswer, Snag, Tag
from petitevoix.cases.refusals import Refused
from petitevoix.journal.record import record
from petitevoix.kit import clock
from petitevoix.kit.text import one_line, storable
from petitevoix.people.models import Advisor, Team
from petitevoix.people.models.field import Field
from petitevoix.people.refusals import WrongValue

MOST_STEPS = 40
LONGEST = 300  # characters of a step, a result, a reason


def keep_procedure(
    *,
    by: Advisor,
    name: str,
    steps: Sequence[Mapping[str, Any]],
    language: str = "",
    team: Team | None = None,
    when_tag: Tag | None = None,
    when_team: Team | None = None,
    known: Procedure | None = None,
) -> Procedure:
    """Keep a procedure, or change the one `known`; checklists made of it stay as they are.

    A step is `words`, and perhaps a `link` to a tool or the number of a ready `answer`. Raises Refused: no name, no
    steps, an address that is none, somebody else's.
    """
    _must_keep(by, known)
    kept = known or Procedure(keeper=by)
    before = {"called": kept.name, "steps": kept.steps, "team": kept.team_id}
    kept.name, kept.language = one_line(storable(name), 80), language if language in {"fr", "en"} else ""
    kept.steps = [step for given in steps if (step := step_of(given, by=by))["words"]]
    if not kept.name:
        raise Refused(_("Give the procedure a name."))
    if not kept.steps:
        raise Refused(_("Write its first step."))
    if len(kept.steps) > MOST_STEPS:
        raise Refused(_("A procedure has at most %(most)s steps.") % {"most": MOST_STEPS})
    if team and team.pk != before["team"] and not by.may_share_with(team):
        raise Refused(_("Choose one of your teams, or all."))
    kept.team, kept.when_tag, kept.when_team, kept.changed_at = team, when_tag, when_team, clock.now()
    with transaction.atomic():
        kept.save()
        if known:
            record("procedure.changed", kept, by=by, called=kept.name, before=before)
        else:
            record("procedure.kept", kept, by=by, called=kept.name)
    return kept


def put_procedure_away(procedure: Procedure, *, by: Advisor, is_away: bool = True) -> Procedure:
    """Put a procedure away, or bring it back. Raises Refused where it is somebody else's."""
    _must_keep(by, procedure)
    with transaction.atomic():
        procedure.put_away_at = clock.now() if is_away else None
        procedure.save(update_fields=["put_away_at", "key"])
        record("procedure.removed" if is_away else "procedure.restored", procedure, by=by, called=procedure.name)
    return procedure


def mend(snag: Snag, *, by: Advisor, is_mended: bool = True) -> Snag:
    """Say that what did not fit is mended, or is not after all. Raises Refused where the procedure is another's."""
    _must_keep(by, snag.procedure)
    if snag.is_mended != is_mended:
        with transaction.atomic():
            snag.is_mended = is_mended
            snag.save(update_fields=["is_mended"])
            name = "procedure.mended" if is_mended else "procedure.unmended"
            record(name, snag.procedure, by=by, snag=snag.pk, called=snag.procedure.name)
    return snag


def fitting(case: Case, procedures: Iterable[Procedure], *, has: set[int]) -> list[Procedure]:
    """Of procedures for a kind of case, give those that fit this one and that it does not have."""
    return [
        one
        for one in procedures
        if one.pk not in has and one.when_tag_id in {None, *case.tags} and one.when_team_id in {None, case.team_id}
    ]


def step_of(given: Mapping[str, Any], *, by: Advisor) -> dict[str, Any]:
    """Read a step as it was written. Raises Refused: a link that is no address, an answer nobody sees."""
    words, link, answer = one_line(storable(str(given.get("words") or "")), LONGEST), "", given.get("answer")
    try:
        link = Field(kind=Field.Kind.LINK, label_en="link", label_fr="lien").read(given.get("link") or "") or ""
    except WrongValue as wrong:
        raise Refused(_("A tool is a web address that begins with https:// or http://.")) from wrong
    if answer and not ReadyAnswer.objects.in_use().visible_to(by).filter(pk=answer).exists():
        raise Refused(_("No such ready answer is kept."))
    return {"words": words} | ({"link": link} if link else {}) | ({"answer": answer} if answer else {})


def _must_keep(by: Advisor, known: Procedure | None) -> None:
    must_answer(by)
    if known and not known.may_be_changed_by(by):
        raise Refused(_("This procedure is %(name)s’s; keep one of your own.") % {"name": known.keeper.name})
