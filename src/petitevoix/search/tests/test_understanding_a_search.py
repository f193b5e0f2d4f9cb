"""Any text is a question."""

from hypothesis import given
from hypothesis import strategies as st

from petitevoix.people.models import Advisor
from petitevoix.search.asking import MOST_TERMS, understand
from petitevoix.search.operators import day_of
from petitevoix.search.snippets import marked
from petitevoix.search.words import beginnings, fold, keys, keys_of, words_in

READER = Advisor(pk=1, name="Denis", role="lead")
PIECES = st.sampled_from(
    ['"', "“", "« ", " »", "-", ":", "from:", "is:", "before:", "has:", "a", "é", "\x00", "🦜", " ", "*"]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=20).map("".join))


@given(TEXTS)
def test_it_never_fails_and_asks_for_no_more_than_so_much(text):
    asked = understand(text.replace("team:", "").replace("advisor:", ""), READER)
    assert len(asked.terms) <= MOST_TERMS
    assert all(key and not set(key) & set("\"'\\ ()*&|!<>") for term in asked.terms for key in term.keys)


@given(TEXTS)
def test_keys_are_words_that_either_database_takes(text):
    for key in keys(text) | beginnings(words_in(text)):
        assert key == key.strip()
        assert not set(key) & set("\"'\\ ()*&|!<>\x00")


@given(st.text(alphabet="aàâbcdeéèêëghiïlmnoôprstuûùç", min_size=1, max_size=14))
def test_accents_are_optional_for_every_word(word):
    assert keys_of(word) & keys_of(fold(word))


@given(TEXTS, st.text(max_size=200))
def test_marking_changes_no_word(question, text):
    asked = understand(question.replace("team:", "").replace("advisor:", ""), READER)
    import unicodedata

    whole = "".join(piece.text for piece in marked(text, asked))
    assert unicodedata.normalize("NFC", whole) == unicodedata.normalize("NFC", text)


def test_days_are_read_as_people_write_them():
    assert str(day_of("2026-03-31")) == "2026-03-31"
    assert str(day_of("2026-03")) == "2026-03-01"
    assert str(day_of("2026")) == "2026-01-01"
    assert str(day_of("31/03/2026")) == "2026-03-31"
    assert day_of("31/02/2026") is None
    assert day_of("0000") is None
    assert day_of("soon") is None


def test_a_case_that_cannot_be_so_is_said_to_be_none(denis):
    (said,) = understand("bonjour is:nonsense", denis).mistakes
    assert "“nonsense”" in said
    assert understand("is:closed -is:spam est:clos is:mine", denis).mistakes == []
