"""The index keeps up with the journal by itself: after a crash, in a house that never had one, while it is read anew."""

import pytest

from petitevoix.cases.actions.joining import join, part
from petitevoix.cases.actions.noting import note
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.models import Case
from petitevoix.people.reaching import add_address
from petitevoix.search import following
from petitevoix.search.finding import find
from petitevoix.search.following import Follower, begin, catch_up
from petitevoix.search.models import Document, PersonWord, Progress
from petitevoix.search.people import persons_called


def found(text, by) -> list[int]:
    return list(find(text, by=by).cases)


def test_what_is_written_is_found_once_the_journal_is_followed(case, denis):
    catch_up()
    note(case, by=denis, words="A wallaby.")
    assert found("wallaby", denis) == []
    assert Follower().step()
    assert found("wallaby", denis) == [case.pk]
    assert Document.objects.count() == 1


def test_a_joined_case_is_found_where_it_goes_on_by_what_it_was_called(case, ana, denis):
    first, second = (Case.open_new(title=title, person=ana, channel="email") for title in ("Wallaby", "Okapi"))
    inner = join(first, into=second, by=denis)
    outer = join(second, into=case, by=denis)
    catch_up()
    for words in ("wallaby", "okapi", "okap", first.reference, second.reference.lower()):
        assert found(words, denis) == [case.pk]
    part(outer, by=denis)
    catch_up()
    assert found(first.reference, denis) == found("okapi", denis) == [second.pk]
    part(inner, by=denis)
    catch_up()
    assert (found("wallaby", denis), found(second.reference, denis)) == ([first.pk], [second.pk])


def test_a_crash_between_reading_and_writing_loses_nothing(case, denis, monkeypatch):
    catch_up()
    note(case, by=denis, words="A wallaby.")

    def die(*_given):
        raise RuntimeError("the light went out")

    with monkeypatch.context() as dark:
        dark.setattr(following, "write_persons", die)
        with pytest.raises(RuntimeError):
            Follower().step()
    assert found("wallaby", denis) == []
    catch_up()
    assert found("wallaby", denis) == [case.pk]


def test_a_house_that_never_had_an_index_is_read_the_newest_first(case, denis, ana, monkeypatch):
    for number in range(5):
        Case.open_new(title=f"Fibre {number}", person=ana, channel="email")
    monkeypatch.setattr(following, "CASES", 2)
    follower = Follower()
    follower.step()
    assert Progress.objects.get().is_reading
    assert Progress.objects.get().total == 6
    assert len(found("fibre", denis)) == 2
    while follower.step():
        pass
    assert len(found("fibre", denis)) == 5
    progress = Progress.objects.get()
    assert (progress.is_reading, progress.done, progress.documents) == (False, 6, 6)


def test_it_is_read_anew_while_it_answers_and_people_write(case, denis, monkeypatch):
    catch_up()
    monkeypatch.setattr(following, "CASES", 1)
    begin()
    assert found("tuesday", denis) == [case.pk]
    late = receive(Arrival(channel="email", sender="bruno@letters.example", title="Late", words="A platypus.")).case
    follower = Follower()
    follower.step()
    assert found("platypus", denis) == [late.pk]
    catch_up()
    assert found("tuesday", denis) == [case.pk]
    assert Document.objects.count() == 2


def test_words_written_down_otherwise_are_read_anew_by_themselves(case, denis):
    catch_up()
    Progress.objects.update(edition=0)
    Document.objects.update(words="old")
    assert found("tuesday", denis) == []
    catch_up()
    assert found("tuesday", denis) == [case.pk]


def test_a_case_that_is_gone_leaves_nothing_behind(case, denis):
    catch_up()
    Document.objects.filter(case=case).delete()
    assert found("tuesday", denis) == []
    assert found("-nothing", denis) == []


def test_a_person_is_found_by_the_beginnings_of_their_words(case, ana, bruno, chloe, denis):
    catch_up()
    for text in ("fer", "FERREIRA an", "ana@l", "letters ana", "férr"):
        assert persons_called(text, by=denis, most=5) == [ana], text
    assert persons_called("chloe", by=denis, most=5) == [chloe]
    assert persons_called("%", by=denis, most=5) == []
    add_address(ana, email="new@else.example", by=denis)
    catch_up()
    assert persons_called("new@else", by=denis, most=5) == [ana]
    assert found("from:new@else.example", denis) == [case.pk]
    assert PersonWord.objects.filter(person=ana, word="new@else.example").count() == 1
