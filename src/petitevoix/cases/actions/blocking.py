"""A block (scene S094): proposed, decided by somebody who leads, told to the person, appealed against, and over."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import translation
from django.utils.translation import gettext as _

from petitevoix.cases import letters
from petitevoix.cases.access import must_answer
from petitevoix.cases.actions.telling import tell
from petitevoix.cases.actions.withholding import must_lead, release
from petitevoix.cases.models import Block, Case, Message
from petitevoix.cases.models.block import LONGEST, block_on
from petitevoix.cases.refusals import Refused
from petitevoix.journal.record import record
from petitevoix.kit import clock
from petitevoix.kit.text import one_line, storable
from petitevoix.kit.words import moment
from petitevoix.people.models import Advisor, Person

PURPOSE = "block"  # of the letter that tells of it, which may be answered


def block(person: Person, *, by: Advisor, reason: str, until: datetime) -> Block:
    """Propose a block; from somebody who leads it is decided at once. Raises Refused.

    Without a reason the person can read, for longer than three months, or on somebody who has no case, there is none.
    """
    must_answer(by)
    reason = one_line(storable(reason), 500)
    if not reason:
        raise Refused(_("A block has a reason, in words that the person reads."))
    now = clock.now()
    if not now < until <= now + LONGEST + timedelta(days=1):
        raise Refused(_("A block ends on a day to come, within three months."))
    case = Case.objects.filter(person=person).order_by("-id").first()
    if case is None:
        raise Refused(_("This person has no case: there is nothing to be blocked for."))
    try:
        with transaction.atomic():
            made = Block.objects.create(person=person, case=case, reason=reason, proposed_by=by, until=until)
            record("block.proposed", made, by=by, proven=True, person=person.pk, until=until.isoformat())
            if by.sees_all:
                decide(made, by=by, agreed=True)
    except IntegrityError:
        raise Refused(_("A block of this person is proposed or in force already.")) from None
    return made


def decide(proposed: Block, *, by: Advisor, agreed: bool) -> Block:
    """Decide a block that was proposed; the person is told in one calm letter, where it is agreed. Raises Refused."""
    must_lead(by)
    with transaction.atomic():
        it = _locked(proposed)
        if it.decided_at or it.ended_at:
            raise Refused(_("This is decided already."))
        if not agreed or it.until <= clock.now():
            it.ended_at = clock.now()
            it.save(update_fields=["ended_at"])
            record("block.declined", it, by=by, proven=True, person=it.person_id)
            return it
        it.decided_by, it.decided_at = by, clock.now()
        it.save(update_fields=["decided_by", "decided_at"])
        record("block.decided", it, by=by, proven=True, person=it.person_id, until=it.until.isoformat())
        _tell(it, _decision(it), by=None, purpose=PURPOSE)
    return it


def appeal(against: Block, *, by: Person, words: str) -> Block:
    """Speak against a block, once: somebody who leads answers, another than who decided where there is one."""
    words = storable(words).strip()[:10_000]
    if not words:
        raise Refused(_("Write a few words first."))
    with transaction.atomic():
        it = _locked(against)
        if it.state != "in force":
            raise Refused(_("This is over already: you can write to us as before."))
        if it.appealed_at:
            raise Refused(_("We have your words already, and somebody will answer them."))
        it.appeal, it.appealed_at = words, clock.now()
        it.save(update_fields=["appeal", "appealed_at"])
        record("block.appealed", it, by=by, proven=True, person=it.person_id)
    return it


def hear(message: Message) -> None:
    """Take the answer to the letter of a block for what that letter says it is: an appeal, where none was made yet."""
    it = block_on(message.person_id) if message.person_id else None
    if it and message.person and not it.appealed_at and message.words.strip():
        appeal(it, by=message.person, words=message.words)


def answer_appeal(against: Block, *, by: Advisor, words: str, stays: bool) -> Block:
    """Answer an appeal with words: the block stays, or ends now. Raises Refused.

    Who decided the block does not judge their own decision where somebody else who leads works here.
    """
    must_lead(by)
    words = storable(words).strip()
    if not words:
        raise Refused(_("An appeal is answered with words: say what you decide, and why."))
    with transaction.atomic():
        it = _locked(against)
        if not it.appealed_at or it.answered_at or it.ended_at:
            raise Refused(_("There is no appeal to answer."))
        if not may_judge(it, by):
            raise Refused(_("You decided this block: somebody else who leads answers the appeal."))
        it.answer, it.answered_by, it.answered_at = words, by, clock.now()
        it.save(update_fields=["answer", "answered_by", "answered_at"])
        record("block.answered", it, by=by, proven=True, person=it.person_id, stays=stays)
        _tell(it, _with_greeting(it, [words]), by=by)
        if not stays:
            _end(it, by=by)
    return it


def may_judge(against: Block, by: Advisor) -> bool:
    """Tell whether an appeal is for one to answer: not for who decided the block, where somebody else leads too."""
    leading = Advisor.objects.active().filter(role__in=[Advisor.Role.LEAD, Advisor.Role.ADMIN])
    return against.decided_by_id != by.pk or not leading.exclude(pk=by.pk).exists()


def lift(it: Block, *, by: Advisor) -> Block:
    """End a block before its day; the person is told. Raises Refused."""
    must_lead(by)
    with transaction.atomic():
        it = _locked(it)
        if it.ended_at:
            return it
        told = it.decided_at is not None
        _end(it, by=by)
        if told:
            language = it.case.spoken
            with translation.override(language):
                words = _("What we decided on %(day)s is lifted: you can write to us and call us as before.")
                words %= {"day": moment(it.decided_at or it.proposed_at, language)}
            _tell(it, _with_greeting(it, [words]), by=by)
    return it


def end_blocks() -> int:
    """End the blocks whose day has come; what nobody has read goes to its queue."""
    ended = 0
    for number in list(Block.objects.filter(ended_at=None, until__lte=clock.now()).values_list("pk", flat=True)[:200]):
        with transaction.atomic():
            it = Block.objects.select_for_update().get(pk=number)
            if it.ended_at is None:
                _end(it, by="system")
                ended += 1
    return ended


def _end(it: Block, *, by: Advisor | str) -> None:
    it.ended_at = clock.now()
    it.save(update_fields=["ended_at"])
    record("block.ended", it, by=by, proven=True, person=it.person_id)
    release(it)


def _locked(it: Block) -> Block:
    return Block.objects.select_for_update(of=("self",)).select_related("case", "person").get(pk=it.pk)


def _decision(it: Block) -> str:
    language = it.case.spoken
    with translation.override(language):
        until = moment(it.until, language)
        lines = [
            _("Until %(until)s, what you write to us is read by a person who leads the team, and by nobody else.")
            % {"until": until},
            _("Why: %(reason)s") % {"reason": it.reason},
            _("Your letters still arrive and are kept, and your cases go on. Nothing of yours is deleted."),
            _("After that day this ends by itself, and nothing is left of it."),
            _("If you find this wrong, say so on your page or simply answer this letter. Somebody else will decide."),
            f"<{settings.URL}/me/{it.person.token}/block/>",
        ]
    return _with_greeting(it, lines)


def _with_greeting(it: Block, lines: list[str]) -> str:
    with translation.override(it.case.spoken):
        return "\n\n".join([letters.greeting(it.person), *lines])


def _tell(it: Block, words: str, *, by: Advisor | None, purpose: str = "notice") -> None:
    automatic = "" if by else "auto-generated"
    tell(it.case, words, purpose=purpose, language=it.case.spoken, by=by, automatic=automatic)
