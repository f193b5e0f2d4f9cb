"""Nobody gets the answer again that missed (S041, measure M3); standard text speaks of the person's matter (S040)."""

import pytest

from petitevoix.review.draft import Sent
from petitevoix.review.guards import same_answer, standard_text
from petitevoix.review.likeness import similarity
from petitevoix.review.reading import standing

LETTER = " ".join(f"word{number}" for number in range(40))
WORN = (
    "Nous avons bien reçu votre demande et nous vous remercions de l’intérêt que vous portez à nos services. Votre demande a été "
    "transmise au service compétent, qui reviendra vers vous dans les meilleurs délais. Nous restons à votre disposition pour toute "
    "information complémentaire."
)
WORN_ENGLISH = (
    "Thank you for contacting us about your recent experience. We have received your request and we value your feedback. Your request "
    "has been forwarded to the relevant team, who will get back to you as soon as possible. Please do not hesitate to contact us again."
)


def likeness(one, other):
    return round(similarity(one, other), 4)


def test_the_likeness_of_two_replies_is_the_share_of_runs_of_five_words_that_both_have():
    assert likeness(LETTER, LETTER) == 1
    # 36 runs each; the last word is in one of them.
    assert likeness(LETTER, LETTER.replace("word39", "other")) == round(35 / 37, 4)
    # A word in the middle is in five of them.
    assert likeness(LETTER, LETTER.replace("word20", "other")) == round(31 / 41, 4)
    assert likeness(LETTER, "Something else altogether, of no importance here.") == 0


def test_short_replies_are_compared_by_three_words():
    one, other = "one two three four five six", "one two three four five seven"
    assert likeness(one, other) == round(3 / 5, 4)
    assert likeness(LETTER, " ".join(LETTER.split()[:29])) == round(27 / 38, 4)


def test_greeting_signature_quotes_case_and_accents_do_not_count_and_digits_do():
    plain = "Votre box a été réparée ce matin, rue Haute 12."
    dressed = f"Bonjour Madame Silva,\n\n{plain.upper()}\n\nCordialement,\nDenis\n\n> Et ma box ?"
    assert likeness(plain, dressed) == 1
    assert likeness(plain, plain.replace("12", "13")) < 1
    assert similarity("", "") == similarity("", plain) == 0


def test_four_replies_after_a_rejection_give_two_that_are_the_same(case):
    drafts = [LETTER, LETTER.replace("word39", "other"), LETTER.replace("word20", "other"), "Something new, for once."]
    sent = [Sent(LETTER, case("").at)]
    found = [list(same_answer.look(case(words, sent=sent, missed=True))) for words in drafts]
    assert [bool(findings) for findings in found] == [True, True, False, False]


def test_the_same_answer_needs_a_second_person(case):
    sent = [Sent("Bonjour Ana,\n\nRedémarrez la box et attendez dix minutes.", case("").at)]
    draft = case("Bonjour,\n\nredémarrez la box, et attendez dix minutes !", sent=sent, missed=True)
    [finding] = findings = list(same_answer.look(draft))
    assert finding.facts["second_person"]
    assert standing(findings, confirmed={"same_answer"}) == findings
    assert standing(findings, seconded={"same_answer"}) == []


def test_saying_it_again_is_fine_where_it_had_not_missed_or_only_a_machine_had_said_it(case):
    sent = [Sent("Redémarrez la box.", case("").at)]
    assert list(same_answer.look(case("Redémarrez la box.", sent=sent))) == []
    first_word = [Sent("Redémarrez la box.", case("").at, is_answer=False)]
    assert list(same_answer.look(case("Redémarrez la box.", sent=first_word, missed=True))) == []


@pytest.mark.parametrize("words", [WORN, WORN_ENGLISH])
def test_formulas_without_a_word_about_the_matter_stop_the_letter_until_confirmed(case, words):
    [finding] = findings = list(standard_text.look(case(words)))
    assert finding.blocks
    assert finding.facts["share"] >= 0.6
    assert finding.facts["mentioned"] == []
    assert standing(findings, {"standard_text"}) == []


def test_standard_text_that_speaks_of_their_matter_only_shows_its_share(case):
    draft = case(f"{WORN} La box BX-20417 est au bout d’une ligne coupée.")
    [finding] = standard_text.look(draft)
    assert finding.severity == "hint"
    assert "BX-20417" in finding.facts["mentioned"]


def test_a_ready_text_is_standard_and_the_same_words_written_for_one_person_are_not(case):
    ready = (
        "Pour relancer la ligne, débranchez le câble gris, attendez une minute entière et rebranchez le câble jusqu’au clic. La lampe "
        "devient orange puis verte au bout de deux minutes environ."
    )
    assert [f.blocks for f in standard_text.look(case(ready, standard=[f"Bonjour,\n\n{ready}\n\nCordialement"]))] == [
        True
    ]
    assert list(standard_text.look(case(ready))) == []


def test_a_short_letter_is_left_alone(case):
    assert list(standard_text.look(case("Merci beaucoup pour votre message. Bonne journée !"))) == []
