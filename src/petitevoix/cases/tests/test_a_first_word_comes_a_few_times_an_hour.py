"""The first word that tells somebody we read them comes a few times an hour at most, whatever tag they write from."""

from datetime import timedelta

import pytest

from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.delivery.actions import post
from petitevoix.delivery.models import Parcel
from petitevoix.jobs.runner import run_one
from petitevoix.kit import clock

pytestmark = pytest.mark.django_db


def writes(address: str) -> None:
    receive(Arrival(channel="email", sender=address, title="Hello", words="Is anybody there?", language="en"))
    while run_one(["reactions"]):
        pass


@pytest.mark.parametrize(
    "addresses",
    [
        [f"ana+{n}@letters.example" for n in range(6)],
        ["ana@letters.example", *(f"ana+{n}@letters.example" for n in range(5))],
        [*(f"ana+{n}@letters.example" for n in range(5)), "ana@letters.example"],
        ["ana@letters.example"] * 6,
    ],
    ids=["tags", "plain first", "plain last", "plain"],
)
def test_no_more_than_three_to_one_box(outbox, data, settings, addresses):
    settings.ACKNOWLEDGEMENTS_PER_HOUR = 3
    for address in addresses:
        writes(address)
    assert Parcel.objects.count() == 3


def test_another_box_and_another_hour_are_others(outbox, data, settings):
    settings.ACKNOWLEDGEMENTS_PER_HOUR = 1
    writes("ana@letters.example")
    writes("anais@letters.example")
    writes("ana@elsewhere.example")
    assert Parcel.objects.count() == 3
    with clock.stopped_at(clock.now() + timedelta(minutes=61)):
        writes("ana@letters.example")
    assert Parcel.objects.count() == 4


def test_who_is_answered_by_nobody_gets_a_few_in_a_month_and_more_once_an_advisor_has_written(outbox, data, settings):
    settings.ACKNOWLEDGEMENTS_PER_HOUR = 1
    for hours in range(0, 10, 2):
        with clock.stopped_at(clock.now() + timedelta(hours=hours)):
            writes("ana@letters.example")
    assert Parcel.objects.count() == 3
    with clock.stopped_at(clock.now() + timedelta(hours=11)):
        post(channel="email", purpose="reply", to="ana@letters.example", contents={})
    with clock.stopped_at(clock.now() + timedelta(hours=12)):
        writes("ana@letters.example")
    assert Parcel.objects.filter(purpose="acknowledgement").count() == 4


def test_after_a_month_all_is_forgotten(outbox, data, settings):
    settings.ACKNOWLEDGEMENTS_PER_HOUR = 1
    for hours in (0, 2, 4, 6, 31 * 24):
        with clock.stopped_at(clock.now() + timedelta(hours=hours)):
            writes("ana@letters.example")
    assert Parcel.objects.count() == 4
