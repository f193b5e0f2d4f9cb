"""The list says who reads and who writes in a case, so that two people do not answer it at once."""

from datetime import timedelta

import pytest

from petitevoix.cases.actions.being_here import be_here, leave
from petitevoix.kit import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def shown(desk):
    desk.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return lambda: desk.get("/desk/", headers={"HX-Request": "true", "HX-Target": "rows"}).content.decode()


def test_a_colleague_who_reads_or_writes_shows_on_the_row_and_goes_with_them(shown, case, esther):
    be_here(case, by=esther, doing="reading")
    assert "Esther reads" in shown()
    be_here(case, by=esther, doing="writing")
    assert "Esther writes" in shown()
    leave(case, by=esther)
    assert "Esther" not in shown()


def test_one_is_not_told_of_oneself(shown, case, denis):
    be_here(case, by=denis, doing="writing")
    assert "writes" not in shown()


def test_who_has_given_no_sign_for_a_while_has_left(shown, case, esther):
    be_here(case, by=esther, doing="writing")
    with clock.stopped_at(clock.now() + timedelta(minutes=1)):
        assert "writes" not in shown()
