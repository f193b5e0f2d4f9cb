"""What a person asks is found, question by question; what only sounds like asking is left alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from petitevoix.language.questions import find

ASKED = [
    ("I was wondering whether the cable is included.", ["I was wondering whether the cable is included."]),
    ("I wonder why it broke.", ["I wonder why it broke."]),
    ("I don't understand why the bill went up.", ["I don't understand why the bill went up."]),
    ("Grateful for a copy of the contract.", ["Grateful for a copy of the contract."]),
    ("I require the serial number of the unit.", ["I require the serial number of the unit."]),
    ("Le colis n'est pas arrivé, où est-il", ["où est-il"]),
    ("La facture de mars est fausse, merci de la corriger.", ["merci de la corriger."]),
    ("Je n'ai pas compris pourquoi la facture a augmenté.", ["Je n'ai pas compris pourquoi la facture a augmenté."]),
    ("La question est de savoir qui paie.", ["La question est de savoir qui paie."]),
    ("Bonjour, où est mon colis ?", ["où est mon colis ?"]),
    ("bjr jvoudrais savoir si la box est en stock", ["jvoudrais savoir si la box est en stock"]),
    ("Où est mon colis et quand arrive-t-il ?", ["Où est mon colis", "quand arrive-t-il ?"]),
    ("Merci de me renvoyer la facture.", ["Merci de me renvoyer la facture."]),
    ("J’ai payé deux fois. Pourriez‑vous me rembourser ?", ["Pourriez‑vous me rembourser ?"]),
    ("Je vous demande de bloquer ma carte.", ["Je vous demande de bloquer ma carte."]),
    ("Je souhaite résilier mon contrat.", ["Je souhaite résilier mon contrat."]),
    ("Questions :\n1. délai en Corse ?\n2. frais de retour ?", ["délai en Corse ?", "frais de retour ?"]),
    ("What is my number and how do I change it?", ["What is my number", "how do I change it?"]),
    ("can you tell me when it arrives", ["can you tell me when it arrives"]),
    ("I'd like to know whether you are open on Monday.", ["I'd like to know whether you are open on Monday."]),
    ("The kettle leaks. Please send me a new one.", ["Please send me a new one."]),
    ("What's the status of PV-7K3F9Q", ["What's the status of PV-7K3F9Q"]),
    ("Rendez-moi mes 30 euros !", ["Rendez-moi mes 30 euros !"]),
    ("I want a refund.", ["I want a refund."]),
    ("Two things:\n- refund the postage\n- tell me when it is back", ["refund the postage", "tell me when it is back"]),
    ("Use the new account for the next bill.", ["Use the new account for the next bill."]),
    ("Feel free to call me on my mobile.", ["Feel free to call me on my mobile."]),
    ("Pouvez-vous me dire combien cela coûte et si la livraison est comprise ?", ["Pouvez-vous me dire combien cela coûte", "si la livraison est comprise ?"]),
    ("Merci de me dire quand le colis arrive et si je dois être là.", ["Merci de me dire quand le colis arrive", "si je dois être là."]),
    ("Can you tell me when it arrives and whether I must sign?", ["Can you tell me when it arrives", "whether I must sign?"]),
    ("Could you let me know if it is in stock, and when you can send it?", ["Could you let me know if it is in stock", "when you can send it?"]),
    ("Can you tell me when it arrives, and if it is late, refund me?", ["Can you tell me when it arrives, and if it is late, refund me?"]),
    ("Pouvez-vous m'appeler demain et si je suis absente, me laisser un message ?", ["Pouvez-vous m'appeler demain et si je suis absente, me laisser un message ?"]),
    ("Can you call me tomorrow and if I am out leave a message?", ["Can you call me tomorrow and if I am out leave a message?"]),
    ("Lundi me va. À quelle heure ?\n\nLe 4 mars 2024 à 10:12, Ana <a@b.example> a écrit :\n> Lundi ?", ["À quelle heure ?"]),
]  # fmt: skip
NOT_ASKED = [
    "Voilà pourquoi je suis contente.", "Qui l’eût cru ?", "Franchement, où va le monde ?", "Please find the form attached.",
    "Merci de la réponse.", "Qui aurait cru que ce serait si long ?", "Who would have thought it would take so long?", "No wonder why people leave.",
    "Vous vous moquez de moi ?", "Are you kidding me?", "Who does that?", "How hard can it be?", "Bonjour, comment allez-vous ?",
    "Hi, how are you?", "Please find attached my receipt.", "Merci d’avance pour votre aide.", "Don't hesitate to call me.",
    "Please let me know if you have any questions.", "Veuillez agréer, Madame, mes salutations distinguées.",
    "Click here to see our offers.", "Si vous ne me remboursez pas, je saisirai le médiateur.", "Oui.\n\n> Êtes-vous là ?\n> Pouvez-vous venir ?",
    "Quand je branche la machine, tout saute.", "", " \n ", "You asked if I was the owner: yes.",
    "I sent you the invoice.", "I was told somebody would call me back.", "You promised to call me back on Friday.",
    "I need it for work.", "Please find attached the contract.", "I am still waiting for a reply.",
    "If you have any questions, do not hesitate to contact me.", "I look forward to hearing from you.",
    "La box clignote.\n\nEstelle Vaucanson", "Chez vous j’ai appelé trois fois et rien n’avance.", "Voilà qui est bien pensé.",
    "Passez en décembre, il y en aura un pour vous.", "Gardez cette lettre, elle servira.", "Je demande d’abord leur accord à chacun.",
    "I think we’ll get on.", "Phone fell between the seat, screen black.", "I open the shop at seven and the line is dead until nine.",
]  # fmt: skip


@pytest.mark.parametrize(("text", "questions"), ASKED)
def test_each_question_is_found_where_it_stands(text, questions):
    found = find(text)
    assert [question.text for question in found] == questions
    assert [text[question.start : question.end] for question in found] == questions


@pytest.mark.parametrize(
    "signed", ["Cordialement,\nPia Roy", "Bien cordialement, Pia Roy", "Kind regards,\nPia Roy\nSales, Roy Ltd"]
)
@pytest.mark.parametrize(
    "slogan",
    [
        "Pourquoi attendre ? Passez au vert.", "Passez au vert !", "Avez-vous vraiment besoin d’imprimer ce message ?",
        "Faut-il vraiment imprimer ce courriel ?", "Besoin d’aide ?", "Connaissez-vous notre nouvelle application ?",
        "Do you really need to print this email?", "Why wait? Go green today.", "Need help?", "Follow us!",
        "Have you tried our new app?", "Why wait?\nVisit www.roy.example",
    ],
)  # fmt: skip
def test_what_a_company_says_under_a_name_is_no_question(signed, slogan):
    text = f"Bonjour,\n\nOù est mon colis ?\n\n{signed}\n{slogan}"
    assert [question.text for question in find(text)] == ["Où est mon colis ?"]


@pytest.mark.parametrize(
    ("below", "asked"),
    [
        ("\nP.S. : pouvez-vous aussi m’envoyer la facture ?", "pouvez-vous aussi m’envoyer la facture ?"),
        ("\nPS: could you also send me the invoice?", "could you also send me the invoice?"),
        ("\nEt quand serai-je remboursée ?", "quand serai-je remboursée ?"),
        ("\nAlso, when will I be refunded?", "when will I be refunded?"),
        ("Pourquoi attendre lundi ?", "Pourquoi attendre lundi ?"),
        ("Why wait until Monday?", "Why wait until Monday?"),
        ("Faut-il imprimer ce message ?", "Faut-il imprimer ce message ?"),
        ("Do I really need to print this email?", "Do I really need to print this email?"),
    ],
)
def test_what_a_person_asks_under_their_name_stays_a_question(below, asked):
    text = f"Bonjour,\n\nMon colis est perdu.\n\nCordialement,\nPia Roy\n{below}"
    assert [question.text for question in find(text)] == [asked]


@pytest.mark.parametrize("text", ["Pourquoi attendre ?", "Need help?\nPia", "Bonjour,\nBesoin d’aide ?"])
def test_without_a_name_above_it_nothing_is_a_slogan(text):
    assert find(text)


@pytest.mark.parametrize("text", NOT_ASKED)
def test_what_only_sounds_like_asking_is_left_alone(text):
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Pouvez-vous me dire quand il arrive ?", "question"), ("Pouvez-vous le renvoyer ?", "request"),
        ("Could you tell me why?", "question"), ("Could you send it again?", "request"),
    ],
)  # fmt: skip
def test_to_tell_is_a_question_and_to_do_a_request(text, kind):
    assert [question.kind for question in find(text)] == [kind]


@pytest.mark.parametrize("language", ["fr", "en", "de", "", "FR-be"])
def test_a_question_mark_counts_in_any_language(language):
    assert [question.text for question in find("Ist das alles?", language)] == ["Ist das alles?"]


@pytest.mark.parametrize("text", ["Où est-il ?", "où est-il ?", "OÙ EST-IL ?", "ou est il ?", "Où est‐il ?"])
def test_accents_capitals_and_hyphens_may_be_missing(text):
    assert [question.text for question in find(text)] == [text]


def test_offsets_count_code_points():
    [question] = find("👍 merci. Où est-il ?\r\nAna", "fr")
    assert (question.start, question.end) == (9, 20)


PIECES = st.sampled_from(
    [
        "Bonjour, ", "où est mon colis ?", "pouvez-vous ", "merci de me rappeler", " et quand ", "?", "!", "...", "\n", "\n\n", "- ", "1. ",
        "> cité ?\n", "-- \n", "please send ", "I want a refund", "what is ", " and how ", "Le 4 mars 2024 à 10:12, Ana <a@b.c> a écrit :\n",
        "\u00a0", "\u200b", "\r\n", "\ud800", "\x00", "İ", "ﬁ", "e\u0301", "« ", " »", "https://a.example/?b=c", "a" * 1500, ",", ":",
    ]
)  # fmt: skip


@given(st.lists(PIECES | st.text(max_size=20), max_size=25).map("".join), st.sampled_from(["fr", "en", "xx"]))
@settings(max_examples=300, deadline=None)
def test_questions_of_any_text_stand_in_it_in_order_and_apart(text, language):
    end = 0
    for question in find(text, language):
        assert end <= question.start < question.end <= len(text)
        assert question.text == text[question.start : question.end]
        end = question.end
