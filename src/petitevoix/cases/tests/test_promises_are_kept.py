"""A promise has an owner and a date, moves only with the person's consent, and is counted (scenes S035, S042, S048)."""

from datetime import timedelta

import pytest
from django.db import transaction

from petitevoix.cases.actions import promising
from petitevoix.cases.actions.assigning import assign
from petitevoix.cases.actions.closing import watch
from petitevoix.cases.actions.promising import keep
from petitevoix.cases.actions.reminding import promise_news, stand_in, warn_of_promises
from petitevoix.cases.actions.undoing import undo
from petitevoix.cases.models import Case, Promise
from petitevoix.cases.refusals import Refused
from petitevoix.journal.models import Event
from petitevoix.kit import clock
from petitevoix.people.actions import go_away
from petitevoix.people.models import Team
from petitevoix.people.refusals import Unchanged
from tests.cast import make_advisor, reply

pytestmark = pytest.mark.django_db


@pytest.fixture
def promise(case, denis) -> Promise:
    with transaction.atomic():
        return promising.promise(case, by=denis, words="We call you.", due_at=clock.now() + timedelta(days=2))


def test_what_a_reply_commits_us_to_becomes_a_promise(case, denis, outbox):
    reply(case, by=denis, words="A worn splitter. We will call you back within 48 hours.")
    promise = Promise.objects.get()
    assert (promise.kind, promise.owner, promise.state) == ("words", denis, "due")
    assert abs(promise.due_at - clock.now() - timedelta(hours=48)) < timedelta(minutes=1)


@pytest.mark.parametrize(
    ("language", "words", "promised", "condition"),
    [
        ("fr", "Si vous nous renvoyez la box avant vendredi, nous vous remboursons 45 € sous 10 jours.", "nous vous remboursons 45 € sous 10 jours", "Si vous nous renvoyez la box avant vendredi"),
        ("en", "If the workshop confirms the fault, we will refund you £45 within 10 days.", "we will refund you £45 within 10 days", "If the workshop confirms the fault"),
    ],
)  # fmt: skip
def test_its_condition_is_kept_with_it_and_gives_it_no_date(case, denis, outbox, language, words, promised, condition):
    Case.objects.filter(pk=case.pk).update(language=language)
    reply(Case.objects.get(pk=case.pk), by=denis, words=words)
    promise = Promise.objects.get()
    assert (promise.words, promise.condition, promise.condition_apart) == (promised, condition, condition)
    assert promise.due_at - clock.now() > timedelta(days=9)


def test_a_condition_within_the_words_is_not_read_twice(case, denis, outbox):
    reply(case, by=denis, words="We will refund you on receipt of the box within 10 days.")
    promise = Promise.objects.get()
    assert (promise.condition, promise.condition_apart) == ("on receipt of the box", "")


@pytest.mark.parametrize(
    ("language", "words", "promised"),
    [
        ("fr", "Le boîtier est usé. Nous vous enverrons l'étiquette.", "Nous vous enverrons l'étiquette"),
        ("en", "A worn splitter. We will send you a new box.", "We will send you a new box"),
        ("en", "We will send you a new box as soon as possible.", "We will send you a new box as soon as possible"),
    ],
)
def test_an_act_sent_without_a_date_is_promised_all_the_same(case, denis, outbox, language, words, promised):
    Case.objects.filter(pk=case.pk).update(language=language)
    reply(Case.objects.get(pk=case.pk), by=denis, words=words)
    promise = Promise.objects.get()
    assert (promise.words, promise.due_at, promise.state) == (promised, None, "due")
    assert warn_of_promises() == 0  # nothing to be near
    later = clock.now() + timedelta(days=3)
    promising.offer(promise, by=denis, due_at=later)
    assert promising.accept(promise, by=case.person).due_at == later
    assert promising.keep(promise, by=denis).state == "kept"


@pytest.mark.parametrize("words", ["A worn splitter.", "You can send us the box.", "We cannot send you a new box."])
def test_what_commits_us_to_nothing_is_no_promise(case, denis, outbox, words):
    reply(case, by=denis, words=words)
    assert not Promise.objects.exists()


def test_news_with_a_date_and_words_for_it_are_one_promise(case, denis, outbox):
    words = "A worn splitter. I will get back to you. We will send you a new box."
    reply(case, by=denis, words=words, news_on=clock.now() + timedelta(days=2))
    assert [one.kind for one in Promise.objects.order_by("id")] == ["news", "words"]


def test_another_date_binds_once_the_person_accepts_it(promise, denis, case):
    first, later = promise.due_at, promise.due_at + timedelta(days=3)
    assert promising.offer(promise, by=denis, due_at=later).due_at == first
    moved = promising.accept(promise, by=case.person)
    assert (moved.due_at, moved.first_due_at, moved.offered_due_at) == (later, first, None)


def test_once_late_no_other_date_can_be_offered_nor_accepted(promise, denis, case):
    promising.offer(promise, by=denis, due_at=clock.now() + timedelta(days=9))
    with clock.stopped_at(clock.now() + timedelta(days=3)):
        with pytest.raises(Refused):
            promising.offer(promise, by=denis, due_at=clock.now() + timedelta(days=9))
        with pytest.raises(Refused):
            promising.accept(promise, by=case.person)
        assert promising.keep(promise, by=denis).state == "kept"


def test_a_kept_promise_can_be_disputed_for_a_week(promise, denis, case):
    promising.keep(promise, by=denis)
    assert promising.dispute(promise, by=case.person).state == "disputed"
    case.refresh_from_db()
    assert case.state == "open"


def test_after_a_week_it_is_written_about_instead(promise, denis, case):
    promising.keep(promise, by=denis)
    with clock.stopped_at(clock.now() + timedelta(days=8)), pytest.raises(Refused):
        promising.dispute(promise, by=case.person)


def test_promises_go_with_their_case(promise, case, denis, esther):
    assign(case, by=denis, advisor=denis, team=case.team)
    assign(case, by=denis, advisor=esther, team=case.team)
    promise.refresh_from_db()
    assert promise.owner == esther


def test_who_keeps_a_promise_is_told_once_when_it_comes_near(promise):
    assert warn_of_promises() == 0
    with clock.stopped_at(promise.due_at - timedelta(hours=2)):
        assert [warn_of_promises(), warn_of_promises()] == [1, 0]
    assert Event.objects.filter(name="promise.near").count() == 1


def test_a_case_that_waits_long_without_a_date_owes_news(case):
    Case.objects.filter(pk=case.pk).update(news_due_at=None)
    assert promise_news() == 0
    with clock.stopped_at(clock.now() + timedelta(days=7)):
        assert [promise_news(), promise_news()] == [1, 0]
    assert Promise.objects.get().kind == "news"


def test_an_answer_is_the_news_that_was_promised(case, denis, outbox):
    Case.objects.filter(pk=case.pk).update(news_due_at=None)
    with clock.stopped_at(clock.now() + timedelta(days=7)):
        promise_news()
        reply(Case.objects.get(pk=case.pk), by=denis, words="A worn splitter.")
    assert not Promise.objects.going_on().exists()


def test_an_observation_has_a_plan_an_end_and_a_call(case, denis):
    until = clock.now() + timedelta(days=1)
    call = watch(case, by=denis, plan="We count the restarts tonight.", until=until)
    case.refresh_from_db()
    assert (case.state, case.news_due_at) == ("watched", until)
    assert (call.kind, call.due_at, call.words) == ("call", until, "We count the restarts tonight.")
    with pytest.raises(Refused):
        watch(case, by=denis, plan=" ", until=until)
    with pytest.raises(Refused, match="within a year"):
        watch(case, by=denis, plan="We count the restarts.", until=until + timedelta(days=400))


@pytest.mark.parametrize("kind", ["news", "call"])
def test_a_date_that_was_accepted_is_the_one_the_case_is_due_by(case, denis, outbox, kind):
    first, second = (clock.now() + timedelta(days=days) for days in (2, 4))
    if kind == "news":
        reply(case, by=denis, words="I am asking.", news_on=first)
    else:
        watch(case, by=denis, plan="We count.", until=first)
    promised = Promise.objects.get(kind=kind)
    promising.offer(promised, by=denis, due_at=second)
    case.refresh_from_db()
    assert case.news_due_at == first
    promising.accept(promised, by=case.person)
    case.refresh_from_db()
    assert case.news_due_at == second


@pytest.mark.parametrize(("over", "back"), [(promising.keep, promising.reopen), (promising.withdraw, promising.resume)])
def test_a_call_that_was_made_or_is_not_wanted_leaves_the_case_no_date(case, denis, over, back):
    until = clock.now() + timedelta(days=2)
    call = watch(case, by=denis, plan="We count.", until=until)
    by, how = (denis, {"by_hand": True}) if over is promising.keep else (case.person, {})
    over(call, by=by, **how)
    case.refresh_from_db()
    assert case.news_due_at is None
    back(call, by=by)
    case.refresh_from_db()
    assert case.news_due_at == until


def test_one_call_is_promised_at_a_time(case, denis):
    until = clock.now() + timedelta(days=3)
    call = watch(case, by=denis, plan="We count the restarts.", until=until)
    with pytest.raises(Refused, match="They are called by"):
        watch(case, by=denis, plan="We count them longer.", until=until + timedelta(days=1))
    sooner = until - timedelta(days=1)
    assert watch(case, by=denis, plan="We count the errors.", until=sooner) == call
    call = Promise.objects.get()
    assert (call.words, call.due_at) == ("We count the errors.", sooner)
    undo(Event.objects.filter(name="case.turned").latest("id"), by=denis)
    call = Promise.objects.get()
    assert (call.words, call.due_at) == ("We count the restarts.", until)
    keep(call, by=denis)
    assert watch(case, by=denis, plan="We go on counting.", until=until + timedelta(days=1)) != call


def test_a_call_that_is_late_stays_late_beside_the_next(case, denis):
    late = watch(case, by=denis, plan="We count.", until=clock.now() + timedelta(hours=1))
    with clock.stopped_at(clock.now() + timedelta(hours=2)):
        assert watch(case, by=denis, plan="We count again.", until=clock.now() + timedelta(hours=1)) != late
        late.refresh_from_db()
        assert late.state == "late"


def test_who_is_away_has_their_promises_kept_by_their_substitute(promise, case, denis, esther):
    today = clock.now().date()
    go_away(denis, away_from=today, away_until=today + timedelta(days=7), substitute=esther)
    assert [stand_in(), stand_in()] == [1, 0]
    promise.refresh_from_db()
    assert promise.owner == esther


def test_two_who_stand_in_for_each_other_and_are_both_away_pass_nothing_to_and_fro(promise, denis, esther):
    today = clock.now().date()
    go_away(denis, away_from=today, away_until=today + timedelta(days=7), substitute=esther)
    go_away(esther, away_from=today, away_until=today + timedelta(days=7), substitute=denis)
    assert [stand_in(), stand_in()] == [1, 0]
    promise.refresh_from_db()
    assert promise.owner is None


def test_a_substitute_who_may_not_hold_a_case_of_a_private_team_is_promised_nothing_in_it(promise, line, denis, esther):
    fiona = make_advisor("Fiona", "advisor")
    Team.objects.filter(pk=line.pk).update(is_private=True)
    today = clock.now().date()
    go_away(denis, away_from=today, away_until=today + timedelta(days=7), substitute=fiona)
    stand_in()
    promise.refresh_from_db()
    assert promise.owner is None


def test_without_a_substitute_it_is_the_teams(promise, denis):
    today = clock.now().date()
    go_away(denis, away_from=today, away_until=today + timedelta(days=7), substitute=None)
    stand_in()
    promise.refresh_from_db()
    assert promise.owner is None


def test_a_promise_due_after_the_return_waits_for_its_owner(promise, denis, esther):
    today = clock.now().date()
    go_away(denis, away_from=today, away_until=today, substitute=esther)
    assert stand_in() == 0


def test_an_absence_has_two_days_in_order_and_a_substitute_who_answers(denis, esther, gaspard):
    today = clock.now().date()
    for wrong in (
        {"away_from": today, "away_until": None, "substitute": esther},
        {"away_from": today, "away_until": today - timedelta(days=1), "substitute": esther},
        {"away_from": today, "away_until": today, "substitute": denis},
        {"away_from": today, "away_until": today, "substitute": gaspard},
    ):
        with pytest.raises(Unchanged):
            go_away(denis, **wrong)


def test_that_it_was_called_kept_is_taken_back_within_a_day(promise, denis, esther, gaspard):
    promising.keep(promise, by=denis, by_hand=True)
    with pytest.raises(Refused):
        promising.reopen(promise, by=gaspard)
    assert promising.reopen(promise, by=esther).state == "due"
    assert promising.reopen(promise, by=denis).state == "due"
    assert Event.objects.filter(name="promise.reopened").count() == 1
    promising.keep(promise, by=denis, by_hand=True)
    with clock.stopped_at(clock.now() + timedelta(hours=25)), pytest.raises(Refused):
        promising.reopen(promise, by=denis)


def test_what_a_letter_kept_is_taken_back_with_the_letter(promise, denis):
    promising.keep(promise, by=denis)
    with pytest.raises(Refused):
        promising.reopen(promise, by=denis)
    assert not promising.can_be_reopened(Promise.objects.get(pk=promise.pk))


def test_what_the_person_disputes_is_not_reopened_by_us(promise, denis, case):
    promising.keep(promise, by=denis, by_hand=True)
    promising.dispute(promise, by=case.person)
    with pytest.raises(Refused):
        promising.reopen(promise, by=denis)
