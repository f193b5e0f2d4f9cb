"""Scene S094: who is blocked may simply answer the letter that says so, and that is an appeal."""

from datetime import timedelta

import pytest

from petitevoix.cases.actions import blocking
from petitevoix.cases.models import Block
from petitevoix.delivery.models import Parcel
from petitevoix.jobs.runner import run_until_idle
from petitevoix.kit import clock


@pytest.fixture
def block(ana, case, esther, mailbox) -> Block:
    made = blocking.block(ana, by=esther, reason="On Monday you wished us harm.", until=clock.now() + timedelta(days=9))
    run_until_idle(["delivery"])
    return made


def key() -> str:
    return f"<{Parcel.objects.get(purpose='block').thread_key}>"


def test_an_answer_to_it_is_an_appeal_and_a_second_one_a_letter_like_any_other(deliver, write, block):
    deliver(write("I was out of myself. I am sorry.", in_reply_to=key()))
    deliver(write("Hello? Did you read it?", in_reply_to=key()))
    block.refresh_from_db()
    assert block.appeal == "I was out of myself. I am sorry."
    assert [*Block.objects.appealed()] == [block]


@pytest.mark.parametrize("how", [{"auto_submitted": "auto-replied"}, {"from": "Chloé <chloe@elsewhere.example>"}])
def test_neither_a_machine_nor_somebody_else_appeals(deliver, write, block, how):
    deliver(write("I am away.", in_reply_to=key(), **how))
    assert not Block.objects.appealed().exists()


def test_a_letter_on_something_else_is_no_appeal(deliver, write, block):
    deliver(write("My box is dead."))
    assert not Block.objects.appealed().exists()
