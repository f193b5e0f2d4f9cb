"""The log: whatever is altered, removed or put in another order is found."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pymerkle import verify_inclusion
from pymerkle.proof import InclusionProof

from petitevoix.vault import access, log, tree
from petitevoix.vault.models import Entry, Head

pytestmark = pytest.mark.django_db

# The leaves and roots published with RFC 6962's reference implementation.
LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
ROOTS = {
    0: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    3: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    7: "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
}


def write(count: int) -> None:
    for number in range(count):
        access.record("advisor:3", "case.opened", f"case:{number}", person=number)


def found() -> str:
    return " ".join(log.verify())


def test_roots_are_those_of_the_rfc():
    peaks: list[str] = []
    for size, leaf in enumerate(LEAVES):
        assert size not in ROOTS or tree.root(peaks) == ROOTS[size]
        peaks = tree.grow(peaks, size, tree.hasher.hash_buff(bytes.fromhex(leaf)))
    assert tree.root(peaks) == ROOTS[8]


def test_an_untouched_log_has_nothing_to_say(data):
    write(9)
    log.witness()
    assert found() == ""


def test_an_empty_log_has_nothing_to_say(data):
    assert found() == ""


@pytest.mark.parametrize(
    "change",
    [{"who": "advisor:4"}, {"name": "case.closed"}, {"what": "case:99"}, {"commitment": "0" * 64}, {"leaf": "0" * 64}],
)
def test_an_altered_entry_is_found(data, change):
    write(5)
    Entry.objects.filter(position=3).update(**change)
    assert "Entry 3 was altered" in found()


def test_altered_facts_are_found(data):
    write(5)
    Entry.objects.filter(position=2).update(facts={"person": 7})
    assert found() == "The facts of entry 2 were altered."


def test_a_removed_entry_is_found(data):
    write(5)
    Entry.objects.filter(position=2).delete()
    assert "Entry 2 is missing" in found()


def test_a_removed_last_entry_is_found(data):
    write(5)
    Entry.objects.filter(position=5).delete()
    assert "sealed at 5 entries and holds 4" in found()


def test_two_entries_in_another_order_are_found(data):
    write(5)
    Entry.objects.filter(position=2).update(position=99)
    Entry.objects.filter(position=3).update(position=2)
    Entry.objects.filter(position=99).update(position=3)
    assert "altered" in found()


def test_a_tree_recomputed_by_someone_without_the_key_is_found(data):
    write(3)
    entry = Entry.objects.get(position=2)
    entry.who = "advisor:9"
    entry.leaf = tree.leaf(entry).hex()
    entry.save()
    peaks: list[str] = []
    for size, leaf in enumerate(Entry.objects.order_by("position").values_list("leaf", flat=True)):
        peaks = tree.grow(peaks, size, bytes.fromhex(leaf))
    Head.objects.update(peaks=peaks, root=tree.root(peaks))
    assert found() == "The seal of the log is not ours."


def test_a_database_put_back_to_yesterday_is_found_by_the_witness(data):
    write(2)
    yesterday = Head.objects.values().get()
    write(3)
    log.witness()
    Entry.objects.filter(position__gt=2).delete()
    Head.objects.update(**yesterday)
    assert found() == "5 entries were witnessed and the log holds 2."


def test_erased_facts_leave_the_proofs_standing(data):
    write(3)
    Entry.objects.filter(position=2).update(facts=None, salt="")
    assert found() == ""


def test_an_entry_rolled_back_leaves_no_gap(data):
    write(1)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        log.append("act", who="system", name="case.closed", what="case:1")
        1 / 0  # noqa: B018
    write(1)
    assert found() == ""
    assert Head.objects.get().size == 2


def test_the_log_grows_only_in_a_transaction(transactional_db):
    with pytest.raises(RuntimeError):
        log.append("act", who="system", name="case.closed", what="case:1")


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(size=st.integers(1, 40), which=st.data())
def test_every_entry_can_be_proved(data, size, which):
    Entry.objects.all().delete()
    Head.objects.all().delete()
    write(size)
    position = which.draw(st.integers(1, size))
    proof = log.prove(position)
    verify_inclusion(
        bytes.fromhex(proof["leaf"]), bytes.fromhex(proof["root"]), InclusionProof.deserialize(proof["proof"]),
        index=position, size=size,
    )  # fmt: skip
    assert found() == ""


def test_an_entry_that_does_not_exist_has_no_proof(data):
    write(2)
    for position in (0, 3, -1):
        with pytest.raises(LookupError):
            log.prove(position)
