"""An advisor answers; for some seconds the answer can be taken back, and nothing has left."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from petitevoix.cases import letters, postscript
from petitevoix.cases.access import must_answer
from petitevoix.cases.actions.addressing import Reader, as_sent, parcels_of, post_to, readers
from petitevoix.cases.actions.asking import Mark
from petitevoix.cases.actions.attaching import File, attach
from petitevoix.cases.actions.clearing import cleared
from petitevoix.cases.actions.dating import must_come_within_a_year
from petitevoix.cases.actions.marking import marked, unmark
from petitevoix.cases.actions.noting import note
from petitevoix.cases.actions.promising import keep_news, keep_questions, promise, promise_news_on, promise_what_it_says
from petitevoix.cases.actions.reviewing import must_pass
from petitevoix.cases.actions.signing import sign_as
from petitevoix.cases.actions.stopping import remembers_stops
from petitevoix.cases.models import Attachment, Case, Closure, Draft, Message, Promise, Question
from petitevoix.cases.models.familiar import answered, taken_back
from petitevoix.cases.models.message import told_after
from petitevoix.cases.refusals import Refused, Unseen
from petitevoix.delivery import actions as delivery
from petitevoix.journal.models import Event
from petitevoix.journal.record import record
from petitevoix.kit import clock
from petitevoix.kit.prepared import insert
from petitevoix.kit.text import storable
from petitevoix.people.models import Advisor, Person


@remembers_stops
def reply(
    case: Case,
    *,
    by: Advisor,
    words: str,
    seen: int | None = None,
    then: str = Case.State.PENDING,
    news_on: datetime | None = None,
    in_writing: bool = False,
    to: Sequence[str] | None = None,
    cc: Sequence[str] | None = None,
    bcc: Sequence[str] | None = None,
    draft: Draft | None = None,
    marks: Sequence[Mark] = (),
    confirmed: Mapping[str, str] | None = None,
    leaves_at: datetime | None = None,
    files: Sequence[File] = (),
    sign: str = "",
) -> Message:
    """Answer the person: the words go to the outbox, the case rests as `then` (`open`, or `news_on`: it stays with us).

    `seen` is the last message that was on the writer's screen: where something arrived since, the reply is stopped.
    `marks` say how each question leaves; with `news_on` those left are promised for that day. `confirmed` bypasses
    findings of the review, each code with its reason. What the words commit us to becomes promises.
    `sign` is how the writer signs here from now on. With `leaves_at` they leave then, unless the person writes before.
    The files of the `draft` that the words were go with them, and it is gone; so do `files` that came with the words.
    It goes `to` the person, and
    without `cc` to all who take part; see `addressing.readers`.
    Raises Refused (no words, a reader's role, a time that is past, an address that cannot be), Unseen, and Stopped
    with the review's findings.
    """
    must_answer(by)
    words = storable(words).strip()
    with transaction.atomic():
        case = sign_as(case, by=by, how=sign) if sign else Case.objects.locked(case.pk)
        if not words and not files and not (draft and draft.attachments.exists()):
            raise Refused(_("There are no words in this reply yet."))
        if then == Case.State.WATCHED:
            raise Refused(_("An observation has a plan, an end, and a call: say what is watched, and until when."))
        if leaves_at:
            _must_not_wait(case, leaves_at)
        if news_on and news_on <= (leaves_at or clock.now()):
            raise Refused(_("The date for news is already past; choose a later one."))
        if news_on:
            must_come_within_a_year(news_on)
        _stop_if_unseen(case, seen, by)
        cleared(case, by=by, because="answered")
        if seen is None and not confirmed:  # else theirs would have been unseen, or the same answer is meant
            _stop_if_sent(case, words, by)
        asked, marks = marked(case, marks, by_then=news_on, words=words)
        chosen = readers(case, to=to, cc=cc, bcc=bcc)
        if case.left_unsent and _was_written_to(case):
            if then != Case.State.CLOSED:
                raise Refused(_("They left before they sent this, and asked for one message, which they have."))
            chosen = []  # it ends with its record, which they can read
        if not chosen and then != Case.State.CLOSED:  # what nobody can be told ends with its record all the same
            raise Refused(_("There is no address to answer to: say first whose matter it is."))
        passed = must_pass(
            case, words, by=by, asked=asked, marks=marks, draft=draft, confirmed=confirmed or {},
            to=[one.address for one in chosen], files=len(files),
        )  # fmt: skip
        message = _write(case, by, words, leaves_at)
        if draft:
            draft.leave_with(message)
        attach(message, files)
        before = {
            "state": case.state,
            "waiting_since": case.waiting_since and case.waiting_since.isoformat(),
            "news_due_at": case.news_due_at and case.news_due_at.isoformat(),
            "missed_at": case.missed_at and case.missed_at.isoformat(),
        }
        with case.changing():
            case.missed_at = None
            if case.advisor_id is None:
                case.advisor = by
                case.offers.filter(left=False).delete()
            if news_on:
                case.news_due_at = news_on
            elif then != Case.State.OPEN:
                case.rest(then)
                case.news_due_at = None
        facts = {"before": before, "marks": [mark.told for mark in marks], "review": passed}
        record("message.written", message, by=by, proven=True, team=case.team_id, **facts)
        answered(case.person_id, by.pk)
        made = _promise(case, message, by, asked, marks, news_on, in_writing, passed["unexplained"])
        # Posted last: the letter says how each question leaves, and what is promised with it.
        _post(case, message, by, chosen, [asked[mark.question] for mark in marks], made, has_files=bool(draft or files))
    return message


@remembers_stops
def say_not_yet(
    case: Case,
    *,
    by: Advisor,
    words: str,
    news_on: datetime,
    ask: Advisor | None = None,
    **how: Any,
) -> Message:
    """Say honestly that we do not know yet: an expert is asked, news has a date, the case goes on waiting on us.

    `how` is what `reply` takes besides.
    """
    with transaction.atomic():
        message = reply(case, by=by, words=words, news_on=news_on, **how)
        if ask:
            note(case, by=by, words=_("@%(name)s, I do not know this yet; can you help?") % {"name": ask.name})
        record(
            "case.unknown", message.case, by=by, asked=ask and ask.pk, news_on=news_on.isoformat(), team=case.team_id
        )
    return message


def take_back(message: Message, *, by: Advisor) -> Draft:
    """Take a reply back before it leaves: its words are a draft again, the case stands as it stood.

    What was begun since stands below them. Raises Refused once it has left, or where it is another's.
    """
    with transaction.atomic():
        case = Case.objects.locked(message.case_id)
        message.refresh_from_db()
        if message.advisor_id != by.pk or message.voice != Message.Voice.US:
            raise Refused(_("Only who wrote a reply can take it back."))
        draft, _new = Draft.objects.select_for_update().get_or_create(case=case, advisor=by, mode=Draft.Mode.REPLY)
        if message.withdrawn_at is None:
            draft = bring_back(case, message)
            record("message.withdrawn", message, by=by, proven=True, team=case.team_id)
        Attachment.objects.filter(message=message).update(message=None, draft=draft)
    return draft


def bring_back(case: Case, message: Message) -> Draft:
    """Make a reply that has not left a draft of its writer again, in the caller's transaction. Raises Refused."""
    by = message.advisor
    assert by  # a reply has a writer
    _withdraw(message)
    taken_back(case.person_id, by.pk)
    unmark(message, by=by)
    _restore(case, message)
    draft, _new = Draft.objects.select_for_update().get_or_create(case=case, advisor=by, mode=Draft.Mode.REPLY)
    draft.words = "\n\n".join(filter(None, [message.words, draft.words.strip()]))
    written = _written(case, message)
    draft.marks = written.facts.get("marks", []) if written else []
    draft.readers = as_sent(case, message)
    draft.changed_at = clock.now()
    draft.save(update_fields=["words", "marks", "readers", "changed_at"])
    Attachment.objects.filter(message=message).update(message=None, draft=draft)
    return draft


def _stop_if_unseen(case: Case, seen: int | None, by: Advisor) -> None:
    if seen is None:
        return
    unseen = [pk for pk, writer in told_after(case.pk, seen) if writer != by.pk]
    if unseen:
        arrived = list(case.messages.told().filter(pk__in=unseen).select_related("person", "advisor"))
        raise Unseen(_("Something arrived while you were writing. Read it, then send again."), arrived)


def _stop_if_sent(case: Case, words: str, by: Advisor) -> None:
    """Refuse the words that a colleague has just sent: a draft that was shared, of which two made their reply."""
    last = case.messages.told().filter(voice=Message.Voice.US).select_related("advisor").last()
    if last and last.advisor and last.advisor != by and words and last.words == words:
        raise Refused(_("%(name)s has sent these words already.") % {"name": last.advisor.name})


def _was_written_to(case: Case) -> bool:
    return case.messages.told().filter(voice=Message.Voice.US).exists()


def _must_not_wait(case: Case, leaves_at: datetime) -> None:
    """Refuse a time to leave that is none, that comes after what is promised, or where another reply waits."""
    must_come_within_a_year(leaves_at)
    due = case.news_due_at is not None and case.news_due_at < leaves_at
    if due or case.promises.filter(kept_at=None, withdrawn_at=None, due_at__lt=leaves_at).exists():
        raise Refused(_("Something is promised before then: send it now, or choose an earlier time."))
    if case.messages.told().filter(voice=Message.Voice.US, leaves_at__gt=clock.now()).exists():
        raise Refused(_("Another reply waits to leave; send that one, or take it back first."))


def _write(case: Case, by: Advisor, words: str, leaves_at: datetime | None) -> Message:
    return insert(
        Message(
            case=case,
            voice=Message.Voice.US,
            channel="email" if case.person.email else case.channel,
            advisor=by,
            signed_as=case.way_to_sign(by),
            words=words,
            language=case.language,
            leaves_at=leaves_at or clock.now() + timedelta(seconds=settings.UNDO_SECONDS),
        )
    )


def _promise(
    case: Case, message: Message, by: Advisor, asked: dict[int, Question], marks: list[Mark], news_on: datetime | None,
    in_writing: bool, unexplained: Collection[int],
) -> list[Promise]:  # fmt: skip
    made = []
    for mark in marks:
        without = mark.question in unexplained
        asked[mark.question].mark(mark.mark, answer=message, reason=mark.reason, unexplained=without)
        words = asked[mark.question].words
        if mark.mark == Question.State.PROMISED:
            made += [promise(
                case, by=by, words=words, due_at=mark.due, kind=Promise.Kind.QUESTION, message=message,
                question=asked[mark.question],
            )]  # fmt: skip
        elif case.before_signing and mark.mark == Question.State.ANSWERED:
            made += [promise(case, by=by, words=words, due_at=None, kind=Promise.Kind.SAID, message=message)]
    keep_questions(case, marks, by=by)
    keep_news(case, by=by, except_of=message)
    dates = {mark.due for mark in marks if mark.due} | ({news_on} if news_on else set())
    if news_on:
        made += [promise_news_on(case, news_on, by=by, message=message, in_writing=in_writing)]
    return made + promise_what_it_says(case, message, by=by, dates=dates)


def _post(
    case: Case, message: Message, by: Advisor, chosen: list[Reader], marked: list[Question], made: list[Promise], *,
    has_files: bool,
) -> None:  # fmt: skip
    files = [
        {"sha256": file.sha256, "name": file.name, "media_type": file.media_type}
        for file in (message.attachments.all() if has_files else ())
    ]

    def contents(person: Person) -> dict[str, Any]:
        below = partial(_below, case, person, marked, made)
        return {**letters.contents(case, person, message.words, by=by, postscript=below), "files": files}

    post_to(case, message, chosen, contents)


def _below(case: Case, to: Person, marked: list[Question], made: list[Promise], language: str) -> list[dict[str, Any]]:
    closing = postscript.of_closing(case, to, language) if case.state == Case.State.CLOSED else []
    once = postscript.of_one_message() if case.left_unsent else []
    return [*postscript.of_answer(marked, made, language), *closing, *once]


def _withdraw(message: Message) -> None:
    too_late = _("It has already left; write again to correct it.")
    if message.leaves_at is None or message.leaves_at <= clock.now():
        raise Refused(too_late)
    for parcel in parcels_of(message):
        if not delivery.withdraw(parcel):
            raise Refused(too_late)
    message.withdrawn_at = clock.now()
    message.save(update_fields=["withdrawn_at"])


def _restore(case: Case, message: Message) -> None:
    written = _written(case, message)
    before = written.facts.get("before", {}) if written else {}
    answered_since = case.messages.told().filter(pk__gt=message.pk).exclude(voice=Message.Voice.NOTE).exists()
    if not before or answered_since:
        return
    with case.changing():
        case.state = before["state"]
        case.waiting_since = _moment(before["waiting_since"])
        case.news_due_at = _moment(before["news_due_at"])
        case.missed_at = _moment(before.get("missed_at"))
    Closure.objects.filter(case=case, at__gte=message.at).delete()


def _written(case: Case, message: Message) -> Event | None:
    return Event.objects.about(case.topic).filter(name="message.written", noun=f"message:{message.pk}").first()


def _moment(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written) if written else None
