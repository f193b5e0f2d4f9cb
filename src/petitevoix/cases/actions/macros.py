"""Macros: kept, rehearsed before anything is done, done as one, and taken back as one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from petitevoix.cases.access import must_answer
from petitevoix.cases.actions.drafting import put_with_draft, write
from petitevoix.cases.actions.ready import LONGEST, filled
from petitevoix.cases.acts.known import ACTS
from petitevoix.cases.models import Case, Draft, Macro, MacroRun
from petitevoix.cases.models.shared import Audience
from petitevoix.cases.refusals import Refused
from petitevoix.journal.models import Event
from petitevoix.journal.record import record
from petitevoix.kit import clock
from petitevoix.kit.text import one_line, storable
from petitevoix.language.unanswerable import says_do_not_reply
from petitevoix.people.models import Advisor, Team


@dataclass(frozen=True)
class Planned:
    """One act of a macro as it would go: what it says, and why it would be refused or change nothing."""

    act: str
    says: str
    refused: str
    changes: bool


@dataclass(frozen=True)
class Rehearsal:
    """What a macro would do in a case, and the words it would put into the reply."""

    acts: list[Planned]
    words: str
    language: str
    is_theirs: bool  # the words are in the language we write to the person in

    @property
    def can_be_done(self) -> bool:
        return not any(one.refused for one in self.acts)


def keep_macro(
    *,
    by: Advisor,
    name_fr: str = "",
    name_en: str = "",
    fr: str = "",
    en: str = "",
    acts: Mapping[str, Any],
    audience: str = Audience.ME,
    team: Team | None = None,
    known: Macro | None = None,
) -> Macro:
    """Keep a macro, or change the one `known`. Raises Refused: no name, nothing it does, somebody else's."""
    _must_keep(by, known)
    kept = known or Macro(keeper=by)
    before = {"called": _called(kept), "acts": kept.acts, "fr": kept.fr, "en": kept.en, "audience": kept.audience}
    had = kept.team_id
    kept.name_fr, kept.name_en = (one_line(storable(name), 80) for name in (name_fr, name_en))
    kept.fr, kept.en = (storable(words).replace("\r\n", "\n").strip() for words in (fr, en))
    kept.acts, kept.changed_at = read_acts(acts, by=by), clock.now()
    kept.audience = audience if audience in Audience.values else Audience.ME
    kept.team = team if kept.audience == Audience.TEAM else None
    if not (kept.name_fr or kept.name_en):
        raise Refused(_("Give the macro a name."))
    if not (kept.acts or kept.fr or kept.en):
        raise Refused(_("Say what the macro does, or write what it says."))
    if max(len(kept.fr), len(kept.en)) > LONGEST:
        raise Refused(_("A ready answer has at most %(most)s characters.") % {"most": LONGEST})
    if says_do_not_reply(kept.fr) or says_do_not_reply(kept.en):
        raise Refused(_("These words tell people not to answer. Every letter of ours can be answered; write others."))
    if kept.audience == Audience.TEAM and not (team and (team.pk == had or by.may_share_with(team))):
        raise Refused(_("Choose one of your teams to share it with."))
    with transaction.atomic():
        kept.save()
        if known:
            record("macro.changed", kept, by=by, called=_called(kept), before=before)
        else:
            record("macro.kept", kept, by=by, called=_called(kept))
    return kept


def put_macro_away(macro: Macro, *, by: Advisor, is_away: bool = True) -> Macro:
    """Put a macro away, or bring it back. Raises Refused where it is somebody else's."""
    _must_keep(by, macro)
    with transaction.atomic():
        macro.put_away_at = clock.now() if is_away else None
        macro.save(update_fields=["put_away_at", "key"])
        record("macro.removed" if is_away else "macro.restored", macro, by=by, called=_called(macro))
    return macro


def read_acts(acts: Mapping[str, Any], *, by: Advisor) -> dict[str, Any]:
    """Read acts as they were written, in the order they are done. Raises Refused."""
    if unknown := [key for key in acts if key not in ACTS]:
        raise Refused(_("There is no act “%(act)s”.") % {"act": str(unknown[0])[:20]})
    read = {key: how for key, act in ACTS.items() if key in acts and (how := act.read(acts[key], by))}
    if "snooze" in read and read.get("turn", {}).get("state", Case.State.OPEN) != Case.State.OPEN:
        raise Refused(_("Only a case that waits for us can be snoozed."))
    return read


def said_of(acts: Mapping[str, Any], *, by: Advisor) -> list[str]:
    """Say in words what acts will do, whatever the case."""
    return [ACTS[key].says(how, by) for key, how in _in_order(acts)]


def rehearse(case: Case, macro: Macro, *, by: Advisor) -> Rehearsal:
    """Say what a macro would do in a case, and what would be refused and why: it is tried, and nothing is kept."""
    must_answer(by)
    _must_be_at_hand(macro, by)
    planned: list[Planned] = []
    try:
        with transaction.atomic():
            Case.objects.locked(case.pk)
            planned = [_tried(key, how, case.pk, by) for key, how in _in_order(macro.acts)]
            raise _Over
    except _Over:
        pass
    words, language = macro.said_in(case.spoken)
    return Rehearsal(planned, filled(words, case, by, language), language, not words or language == case.spoken)


def run(case: Case, macro: Macro, *, by: Advisor, with_words: bool = True) -> MacroRun | None:
    """Do a macro in a case: all its acts or none, and its words into the reply one is writing, which stays a draft.

    Gives None where nothing had to change. Raises Refused with what was refused.
    """
    must_answer(by)
    _must_be_at_hand(macro, by)
    with transaction.atomic():
        case = Case.objects.locked(case.pk)
        before = _last_event(case)
        left = [[key, what] for key, how in _in_order(macro.acts) if (what := _done(key, how, case.pk, by)) is not None]
        words, language = macro.said_in(case.spoken) if with_words else ("", "")
        if not left and not words:
            return None
        put = filled(words, case, by, language) if words else ""
        if put:
            put_with_draft(case, by=by, mode=Draft.Mode.REPLY, words=put)
        done = MacroRun.objects.create(case=case, macro=macro, by=by, left=left, put=put)
        record("macro.run", done, by=by, run=done.pk, called=_called(macro), made=_made(case, before), put=bool(put))
    return done


def take_back(done: MacroRun, *, by: Advisor) -> MacroRun:
    """Take back all that a macro did in a case, as one. Raises Refused where one act no longer stands as it left it."""
    must_answer(by)
    with transaction.atomic():
        done = MacroRun.objects.select_for_update(of=["self"]).select_related("macro").get(pk=done.pk)
        if done.undone_at:
            return done
        if not _may_take_back(done, by):
            raise Refused(_("Who did it, or who leads, takes it back."))
        case = Case.objects.locked(done.case_id)
        if not _stands(done, case):
            raise Refused(_("This has changed since; look at how it stands now."))
        before = _last_event(case)
        for key, left in reversed(done.left):
            ACTS[key].undoes(Case.objects.get(pk=case.pk), by, left)
        _take_words_back(done)
        done.undone_at = clock.now()
        done.save(update_fields=["undone_at"])
        called = _called(done.macro)
        record("macro.taken_back", done, by=by, run=done.pk, called=called, made=_made(case, before))
    return done


def standing(case: Case, *, reader: Advisor) -> set[int]:
    """Give the runs in a case that its reader can still take back."""
    runs = MacroRun.objects.filter(case=case, undone_at=None).order_by("-id")[:20]
    return {one.pk for one in runs if reader.answers and _may_take_back(one, reader) and _stands(one, case)}


class _Over(Exception):
    """A rehearsal is over: nothing of it is kept."""


def _tried(key: str, how: Any, case: int, by: Advisor) -> Planned:
    refused, changes = "", False
    known = Case.objects.select_related("person", "team").get(pk=case)
    says = ACTS[key].says(ACTS[key].fills(how, known, by), by)
    try:
        with transaction.atomic():
            changes = ACTS[key].does(known, by, how) is not None
    except Refused as refusal:
        refused = str(refusal)
    return Planned(key, says, refused, changes)


def _done(key: str, how: Any, case: int, by: Advisor) -> Any:
    try:
        return ACTS[key].does(Case.objects.select_related("person", "team").get(pk=case), by, how)
    except Refused as refusal:
        raise Refused(_("Nothing was done. %(why)s") % {"why": refusal}) from refusal


def _take_words_back(done: MacroRun) -> None:
    """Where its words still stand in the draft they go; where they were written on, they are their writer's."""
    draft = Draft.objects.filter(case=done.case_id, advisor=done.by_id, mode=Draft.Mode.REPLY).first()
    if draft and done.put and done.put in draft.words:
        head, _put, tail = draft.words.rpartition(done.put)
        write(draft, "\n\n".join(part for part in (head.rstrip(), tail.lstrip()) if part))


def _stands(done: MacroRun, case: Case) -> bool:
    return all(ACTS[key].stands(case, left) for key, left in done.left)


def _may_take_back(done: MacroRun, by: Advisor) -> bool:
    return done.by_id == by.pk or by.sees_all


def _must_be_at_hand(macro: Macro, by: Advisor) -> None:
    if not Macro.objects.in_use().visible_to(by).filter(pk=macro.pk).exists():
        raise Refused(_("There is no such macro any more."))


def _must_keep(by: Advisor, known: Macro | None) -> None:
    must_answer(by)
    if known and not known.may_be_changed_by(by):
        raise Refused(_("This macro is %(name)s’s; keep one of your own.") % {"name": known.keeper.name})


def _in_order(acts: Mapping[str, Any]) -> list[tuple[str, Any]]:
    return [(key, acts[key]) for key in ACTS if key in acts]  # a database may keep keys in an order of its own


def _called(macro: Macro) -> dict[str, str]:
    return {"fr": macro.name_fr or macro.name_en, "en": macro.name_en or macro.name_fr}


def _last_event(case: Case) -> int:
    return Event.objects.filter(topic=case.topic).order_by("-id").values_list("id", flat=True).first() or 0


def _made(case: Case, before: int) -> list[int]:
    return list(Event.objects.about(case.topic).after(before).values_list("id", flat=True))
