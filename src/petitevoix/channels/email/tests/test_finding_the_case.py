"""Finding the case: by proof for whoever brings it, by hint only for those who take part."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from petitevoix.cases.actions.closing import set_state
from petitevoix.cases.models import Case, Message
from petitevoix.channels.email.finding import find
from petitevoix.channels.email.reading.parse import parse
from petitevoix.kit import ids
from petitevoix.people.models import Person
from tests.cast import reply

STRANGER = "Chloé <chloe@elsewhere.example>"


@pytest.fixture
def ours(case, denis):
    """The Message-ID of Denis's answer to Ana."""
    return reply(case, by=denis, words="It was the storm.").thread_key


@pytest.mark.parametrize("header", ["in_reply_to", "references"])
def test_our_message_id_brings_an_answer_home(deliver, write, case, ours, header):
    taken = deliver(write(**{header: f"<{ours}>"}))
    assert (taken.kind, taken.message.case) == ("reply", case)


def test_our_message_id_is_found_among_any_references(deliver, write, case, ours):
    others = " ".join(f"<{n}@elsewhere.example>" for n in range(60))
    taken = deliver(write(in_reply_to="<last@elsewhere.example>", references=f"{others} <{ours}> {others}x"))
    assert taken.message.case == case


@pytest.mark.parametrize("at", [0, 700, 4_000])
def test_our_message_id_is_found_at_either_end_of_a_chain_without_end(deliver, write, case, ours, at):
    chain = [f"<{number}@elsewhere.example>" for number in range(at)] + [f"<{ours}>"]
    chain += [f"<x{number}@elsewhere.example>" for number in range(4_000 if at == 0 else 250)]
    assert deliver(write(references="\r\n ".join(chain))).message.case == case


@pytest.mark.parametrize("field", ["in_reply_to", "references"])
def test_our_message_id_is_found_where_a_mailer_encoded_it(deliver, write, case, ours, field):
    half = len(ours) // 2
    coded = f"=?utf-8?Q?=3C{ours[:half]}?=\r\n =?utf-8?Q?{ours[half:]}=3E?="
    assert deliver(write(**{field: coded})).message.case == case


def test_an_answer_to_an_acknowledgement_comes_home_too(deliver, write):
    first = deliver(write())
    from petitevoix.delivery.models import Parcel

    acknowledgement = Parcel.objects.get(purpose="acknowledgement")
    assert deliver(write(in_reply_to=f"<{acknowledgement.thread_key}>")).message.case == first.message.case


def test_who_answers_from_another_address_with_our_message_id_is_brought_in(deliver, write, case, ours, chloe):
    taken = deliver(write(**{"from": STRANGER}, in_reply_to=f"<{ours}>"))
    assert taken.message.case == case
    assert case.takes_part(chloe)


@pytest.mark.parametrize("place", ["to", "cc", "delivered_to", "x_original_to"])
def test_the_signed_address_brings_an_answer_home(deliver, write, case, place):
    address = f"help+{case.reply_token}@desk.example"
    assert deliver(write(**{"from": STRANGER}, **{place: address})).message.case == case


def test_the_signed_address_counts_on_the_envelope(deliver, write, case):
    address = f"Help+{case.reply_token.upper()}@desk.example"
    assert deliver(write(**{"from": STRANGER}), sent_to=[address]).message.case == case


@pytest.mark.parametrize("prefix", ["", "> ", "> > "])
def test_the_signed_address_and_the_link_count_in_the_words_and_in_what_they_quote(deliver, write, case, ana, prefix):
    token = deliver(write(f"Hello\n\n{prefix}Help <help+{case.reply_token}@desk.example> wrote:\n{prefix}Hi"))
    link = deliver(write(f"Hello again\n\n{prefix}{case.link_for(ana)}\n", **{"from": STRANGER}))
    assert (token.message.case, link.message.case) == (case, case)


def test_a_link_counts_when_a_program_wrapped_it_and_in_html_alone(deliver, write, case, ana):
    wrapped = "https://links.example/?url=" + case.link_for(ana).replace(":", "%3A").replace("/", "%2F")
    assert deliver(write(f"Look: {wrapped}&data=5")).message.case == case
    html = f'<p>Thanks!</p><blockquote><a href="{case.link_for(ana)}">all that was said</a></blockquote>'
    assert deliver(write(html, content_type="text/html; charset=utf-8")).message.case == case


def test_a_forged_signature_opens_nothing(deliver, write, case, ana):
    reference = case.reply_token.partition("-")[0]
    forged = deliver(write(to=f"help+{reference}-{'a' * 16}@desk.example", **{"from": STRANGER}))
    assert forged.message.case != case
    link = re.sub(r"-[a-z2-7]{16}/", f"-{'b' * 16}/", case.link_for(ana))
    assert deliver(write(link, **{"from": STRANGER})).message.case != case


def test_the_link_of_one_person_opens_no_case_of_another(deliver, write, case, chloe):
    assert deliver(write(f"/me/{chloe.token}/{case.reference}/", **{"from": STRANGER})).message.case != case


def test_the_sender_s_own_earlier_letter_finds_the_case(deliver, write, case):
    taken = deliver(write(in_reply_to="<ana-1@letters.example>"))
    assert (taken.kind, taken.message.case) == ("reply", case)


def test_a_stranger_who_names_somebody_else_s_letter_opens_a_case_of_their_own(deliver, write, case):
    taken = deliver(write(in_reply_to="<ana-1@letters.example>", **{"from": STRANGER}))
    assert (taken.kind, taken.message.case == case) == ("new", False)


def test_a_reference_in_the_subject_counts_for_who_takes_part(deliver, write, case):
    assert deliver(write(subject=f"About [{case.reference.lower()}]")).message.case == case


def test_a_stranger_who_quotes_a_reference_opens_a_case_of_their_own(deliver, write, case, chloe):
    taken = deliver(write(subject=f"Re: {case.reference}", **{"from": STRANGER}))
    assert taken.kind == "new"
    assert taken.message.case != case
    assert not case.takes_part(chloe)


def test_a_forged_sender_with_a_reference_copies_nobody_on_the_case(deliver, write, case):
    deliver(write(subject=case.reference, cc="mallory@elsewhere.example", references="<ana-1@letters.example>"))
    mallory = Person.objects.at("mallory@elsewhere.example").first()
    assert mallory is None or not case.takes_part(mallory)


def test_who_is_copied_on_a_new_letter_takes_part_in_its_case(deliver, write, bruno):
    taken = deliver(write(cc="Bruno <bruno@letters.example>, help+abc@desk.example, no-reply@shop.example"))
    assert taken.message.case.takes_part(bruno)
    assert taken.message.case.participants.count() == 1


def test_a_letter_about_another_matter_is_another_case(deliver, write, case, ana):
    taken = deliver(write("The bill now."))
    assert taken.message.case != case
    assert taken.message.case.person == ana


def test_an_answer_opens_a_case_that_rested(deliver, write, case, ours, denis):
    set_state(Case.objects.get(pk=case.pk), "held", by=denis)
    deliver(write(in_reply_to=f"<{ours}>"))
    assert Case.objects.get(pk=case.pk).state == "open"


def test_letters_without_a_sender_are_not_one_person_s(deliver, write):
    first, second = (deliver(write(n, **{"from": ""})) for n in ("one", "two"))
    assert first.message.person != second.message.person


words = st.text(st.characters(codec="utf-8", exclude_characters="\r\n\x00"), max_size=60)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    before=words,
    after=words,
    repeats=st.integers(1, 9),
    header=st.sampled_from(["subject", "in-reply-to", "references"]),
)
def test_nothing_a_stranger_writes_in_a_header_finds_a_case_unless_it_is_proof(
    case, chloe, write, before, after, repeats, header
):
    text = f"{before}{case.reference} <ana-1@letters.example> {after}" * repeats
    raw = write(before, **{"from": STRANGER, header: text.encode().decode("latin-1")})
    assert find(parse(raw), sender="chloe@elsewhere.example", recipients=[]).case is None


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(guess=st.text(ids.ALPHABET.lower() + "234567", min_size=16, max_size=16), before=words, after=words)
def test_no_guessed_signature_finds_a_case(case, write, guess, before, after):
    reference = case.reference.replace("-", "").lower()
    raw = write(f"{before} {reference}-{guess} {after}", to=f"help+{reference}-{guess}@desk.example")
    assert (
        find(parse(raw), sender="x@elsewhere.example", recipients=[f"help+{reference}-{guess}@d.example"]).case is None
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 40), size=st.integers(1, 40), first=st.booleans())
def test_our_message_id_is_found_wherever_it_stands(case, denis, write, at, size, first):
    key = Message.objects.filter(case=case, voice="us").values_list("thread_key", flat=True).first()
    key = key or reply(case, by=denis, words="It was the storm.").thread_key
    chain = [f"<{n}@elsewhere.example>" for n in range(size)]
    chain.insert(at % (size + 1), f"<{key}>")
    fields = {"references": " ".join(chain)} | ({"in-reply-to": chain[0]} if first else {})
    assert find(parse(write(**fields)), sender="x@elsewhere.example", recipients=[]).case == case
