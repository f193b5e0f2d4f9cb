"""What is learnt, learnt otherwise, and slowly forgotten."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from petitevoix.kit import clock
from petitevoix.sifting import learning
from petitevoix.sifting.learning import forget, forget_old, judge, learn
from petitevoix.sifting.models import Example, Sign
from petitevoix.sifting.signs import shown, signs_of
from petitevoix.sifting.weighing import Seen, chance_of, weigh

BAD, GOOD = ["casino", "bonus", "winnings", "claim"], ["line", "street", "exchange", "tuesday"]


def teach(many: int = 20) -> None:
    for number in range(many):
        learn(f"case:{number}", [*BAD, f"bad{number}"], "spam")
        learn(f"case:{1000 + number}", [*GOOD, f"good{number}"], "fair")


@pytest.mark.django_db
def test_enough_of_each_kind_and_then_only_what_is_sure():
    teach(19)
    assert judge(BAD) == []
    teach(20)
    assert set(judge(BAD)) == set(BAD)
    assert judge(GOOD) == []
    assert judge(["casino", "bonus"]) == []  # too few signs
    assert judge([*BAD, *GOOD]) == []  # they speak against each other
    assert judge(["never", "seen", "before"]) == []


@pytest.mark.django_db
def test_what_is_learnt_twice_is_learnt_once_and_what_is_forgotten_leaves_nothing():
    learn("case:1", BAD, "spam")
    learn("case:1", BAD, "spam")
    assert Sign.objects.get(pk=learning.ALL).spam == pytest.approx(1)
    learn("case:1", BAD, "fair")
    row = Sign.objects.get(pk=learning.ALL)
    assert (row.spam, row.fair) == pytest.approx((0, 1), abs=1e-6)
    forget("case:1")
    assert not Example.objects.exists()
    assert all(sign.spam + sign.fair < 1e-6 for sign in Sign.objects.all())


@pytest.mark.django_db
def test_no_word_is_kept():
    learn("case:1", ["casino"], "spam")
    assert "casino" not in str(list(Example.objects.values())) + str(list(Sign.objects.values()))


@pytest.mark.django_db
def test_old_weight_is_forgotten():
    long_ago = clock.now() - timedelta(days=180)
    with clock.stopped_at(long_ago):
        teach(20)
        assert judge(BAD)
    assert judge(BAD) == []  # ten of each weigh too little
    with clock.stopped_at(long_ago + timedelta(days=1000)):
        forget_old()
        assert not Example.objects.exists()
        assert [*Sign.objects.values_list("pk", flat=True)] == [learning.ALL]


def test_the_signs_of_a_letter():
    found = signs_of(
        title="WIN", words="Claim it at https://www.lucky.example/now today", sender="promo@Lucky.Example",
        marks=["dmarc=fail"],
    )  # fmt: skip
    assert {"mark:dmarc=fail", "from:lucky.example", "link:lucky.example", "title:win", "claim", "today"} <= set(found)
    assert not any("promo" in sign for sign in found)
    assert (shown("casino"), shown("from:lucky.example"), shown("mark:dmarc=fail")) == ("casino", "lucky.example", "")


def test_what_is_little_known_says_little():
    letters = Seen(20, 20)
    assert chance_of(Seen(0, 0), letters) == 0.5
    assert 0.5 < chance_of(Seen(1, 0), letters) < chance_of(Seen(10, 0), letters) < 1


counted = st.floats(0, 1e6)


@given(st.dictionaries(st.text(max_size=5), st.builds(Seen, counted, counted), max_size=400), st.floats(20, 1e6))
def test_a_chance_is_one_whatever_was_counted(signs, letters):
    chance, because = weigh(signs, Seen(letters, letters))
    assert 0 <= chance <= 1
    assert set(because) <= set(signs)
