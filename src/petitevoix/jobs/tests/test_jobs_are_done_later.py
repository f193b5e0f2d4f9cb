"""What anybody who enqueues a job may rely on, on either database."""

import threading
from datetime import timedelta

import pytest
from django.db import connection, transaction

from petitevoix.jobs import runner
from petitevoix.jobs.bell import bell
from petitevoix.jobs.models import LEASE, PATIENCE, Job
from petitevoix.jobs.runner import run_one, run_until_idle
from petitevoix.jobs.tasks import named, task
from petitevoix.kit import clock

done: list[str] = []
QUEUES = ["default"]


@task()
def write_down(word: str) -> None:
    done.append(word)


@task(priority=1)
def write_first(word: str) -> None:
    done.append(word)


@task(queue="elsewhere")
def write_elsewhere(word: str) -> None:
    done.append(word)


@task()
def stumble() -> None:
    done.append("stumble")
    raise ValueError("a stone")


@pytest.fixture(autouse=True)
def _nothing_done(db):
    done.clear()


def at(**span):
    return clock.stopped_at(clock.now() + timedelta(**span))


def test_a_job_is_done_once_and_forgotten():
    write_down.enqueue(word="a")
    assert run_until_idle() == 1
    assert (done, Job.objects.count()) == (["a"], 0)


def test_a_job_exists_if_and_only_if_its_transaction_does():
    with transaction.atomic():
        write_down.enqueue(word="never")
        transaction.set_rollback(True)
    with transaction.atomic():
        write_down.enqueue(word="kept")
    run_until_idle()
    assert done == ["kept"]


@pytest.mark.django_db(transaction=True)
def test_nobody_takes_a_job_before_its_transaction_is_committed():
    enqueued, looked = threading.Event(), threading.Event()

    def enqueue():
        with transaction.atomic():
            write_down.enqueue(word="a")
            enqueued.set()
            looked.wait(60)
        connection.close()

    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("one connection only: nobody else could look")
    thread = threading.Thread(target=enqueue)
    thread.start()
    enqueued.wait(60)
    assert run_one(QUEUES) is False
    looked.set()
    thread.join()
    assert run_one(QUEUES) is True


def test_the_job_of_a_lost_worker_is_done_again_when_its_lease_is_over():
    write_down.enqueue(word="a")
    assert Job.objects.lease(QUEUES) is not None  # and that worker is never heard of again
    assert run_until_idle() == 0
    with at(seconds=LEASE.total_seconds() + 1):
        assert run_until_idle() == 1


@task()
def take_very_long() -> None:
    with at(seconds=LEASE.total_seconds() - 1):
        runner.renew_leases()
    with at(seconds=LEASE.total_seconds() + 1):
        done.append("twice" if Job.objects.lease(QUEUES) else "once")


def test_a_job_that_runs_longer_than_its_lease_is_nobody_elses():
    take_very_long.enqueue()
    assert run_until_idle() == 1
    assert done == ["once"]


def test_the_jobs_of_workers_known_to_be_dead_are_free_at_once():
    write_down.enqueue(word="a")
    Job.objects.lease(QUEUES)
    assert Job.objects.take_back(["elsewhere"]) == 0
    assert Job.objects.take_back(QUEUES) == 1
    assert run_until_idle() == 1


def test_a_job_that_fails_is_tried_again_later_and_later():
    stumble.enqueue()
    waits = []
    with at(seconds=0):
        for _ in range(4):
            before = clock.now()
            with clock.stopped_at(before):
                run_one(QUEUES)
                Job.objects.update(run_at=clock.now() + (Job.objects.get().run_at - before))
                waits.append((Job.objects.get().run_at - before).total_seconds())
                assert run_one(QUEUES) is False
                Job.objects.update(run_at=before)
    assert waits == sorted(waits)
    assert waits[0] < waits[-1]
    assert "a stone" in Job.objects.get().error


def test_after_eight_attempts_a_job_is_laid_aside_until_somebody_retries_it():
    stumble.enqueue()
    for hours in range(PATIENCE + 3):
        with at(hours=2 * hours):
            run_until_idle()
    job = Job.objects.laid_aside().get()
    assert (done.count("stumble"), job.attempts) == (PATIENCE, PATIENCE)
    job.retry()
    run_one(QUEUES)
    assert done.count("stumble") == PATIENCE + 1
    assert not Job.objects.laid_aside().exists()


def test_a_job_with_a_key_waits_only_once():
    write_down.enqueue(word="a", key="k")
    write_down.enqueue(word="b", key="k")
    run_until_idle()
    write_down.enqueue(word="c", key="k")
    run_until_idle()
    assert done == ["a", "c"]


def test_the_lower_priority_goes_first_then_the_older():
    write_down.enqueue(word="second")
    write_down.enqueue(word="third")
    write_first.enqueue(word="first")
    run_until_idle()
    assert done == ["first", "second", "third"]


def test_a_job_waits_for_its_time():
    write_down.enqueue(word="later", run_at=clock.now() + timedelta(hours=1))
    assert run_until_idle() == 0
    with at(hours=1, seconds=1):
        assert run_until_idle() == 1


def test_a_runner_takes_from_its_own_queues_only():
    write_elsewhere.enqueue(word="a")
    assert run_until_idle(QUEUES) == 0
    assert run_until_idle(["elsewhere"]) == 1


def test_a_task_that_exists_no_more_is_kept_as_a_failure_and_stops_nobody():
    Job.objects.create(task="petitevoix.nowhere.gone", run_at=clock.ago(seconds=1))
    write_down.enqueue(word="a")
    run_until_idle()
    assert done == ["a"]
    assert "No task is called" in Job.objects.get().error
    with pytest.raises(LookupError):
        named("petitevoix.nowhere.gone")


@pytest.mark.django_db(transaction=True)
def test_two_workers_never_take_the_same_job():
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("one connection only: there are no two workers")
    for number in range(40):
        write_down.enqueue(word=str(number))

    def work():
        while run_one(QUEUES):
            pass
        connection.close()

    workers = [threading.Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(done, key=int) == [str(number) for number in range(40)]


def test_what_was_leased_with_others_and_not_begun_is_given_back(monkeypatch):
    monkeypatch.setitem(runner.AT_ONCE, "default", 3)
    monkeypatch.setattr(runner, "GIVES_BACK_AFTER", -1.0)  # as if each job took long
    for word in ("a", "b", "c"):
        write_down.enqueue(word=word)
    assert runner._run_next(QUEUES, 10) == 1
    assert done == ["a"]
    assert set(Job.objects.values_list("leased_until", "attempts")) == {(None, 0)}


def test_one_that_fails_among_others_fails_alone(monkeypatch):
    monkeypatch.setitem(runner.AT_ONCE, "default", 3)
    write_down.enqueue(word="a")
    stumble.enqueue()
    write_down.enqueue(word="b")
    run_until_idle(QUEUES)
    assert done == ["a", "stumble", "b"]
    assert Job.objects.get().attempts == 1


@pytest.mark.django_db(transaction=True)
def test_the_bell_wakes_a_runner_once_the_job_is_committed():
    heard = bell.heard(QUEUES)
    with transaction.atomic():
        write_down.enqueue(word="a")
        assert bell.heard(QUEUES) == heard
    assert bell.heard(QUEUES) == heard + 1
    write_down.enqueue(word="later", run_at=clock.now() + timedelta(hours=1))
    write_elsewhere.enqueue(word="b")
    assert bell.heard(QUEUES) == heard + 1
