"""A machine that marks its letter with no header is known by several signs in its words; a person never is by one."""

from __future__ import annotations

import pytest

from petitevoix.channels.email.reading.parse import parse

ANSWER = "In-Reply-To: <pv.1@desk.example>\n"


def kind(subject: str, words: str, headers: str = "") -> str | None:
    """Read a letter with this subject and these words and give its kind."""
    head = f"From: Ana <ana@orange.example>\nSubject: {subject}\n{headers}Content-Type: text/plain; charset=utf-8\n\n"
    return parse((head + words).encode()).automatic_kind


@pytest.mark.parametrize(
    ("subject", "words", "headers"),
    [
        ("Réponse automatique : Votre demande", "Je suis absente jusqu'au 9 mars. Je répondrai à mon retour.", ""),
        ("Automatic reply: Your request", "I am out of the office until 12 March with limited access to e-mail.", ""),
        ("Out of Office: Re: Your request", "I’m on annual leave until Monday.", ""),
        ("Absent(e) : Votre demande", "Je suis absent(e) du bureau du 3 au 10 mars.", ""),
        ("Auto: Re: Your request", "This is an automatic reply. I am away.", ""),
        ("[Auto] Re: Votre demande", "Votre message a bien été reçu. Ne pas répondre à ce message automatique.", ""),
        ("Réponse automatique : Re: Panne", "Merci. Avez-vous essayé notre nouvelle adresse ?", ""),
        ("Automatic reply: Re: Broken", "Gone fishing.", ""),
        ("Automatic reply: Broken", "I no longer work at Harbour Ltd. Please write to bob@harbour.example.", ""),
        ("Réponse automatique : Panne", "Le cabinet est fermé du 24 décembre au 2 janvier.", ""),
        ("Répondeur automatique : Votre demande", "Bonjour, je suis absent.", ""),
        ("[Répondeur] Votre demande", "Bonjour, je suis absente jusqu'au 12.", ""),
        ("Message automatique : absence", "Je suis en congés. Je répondrai à mon retour.", ""),
        ("Out of office", "Thank you for your e-mail. I am out of the office and will return on Monday.", ""),
        ("En congés", "Je suis en congés, de retour le 12 août. En cas d'urgence, appelez Paul.", ANSWER),
        (
            "Re: Votre demande",
            "Je suis actuellement en congés jusqu’au 15 août.\n\nCeci est un message automatique.\n\n"
            "Le 2 mars 2026 à 10:12, Aide <aide@desk.example> a écrit :\n> Avez-vous essayé ?",
            ANSWER,
        ),
        ("Demande 12345", "Votre demande a bien été reçue. Ceci est un e-mail automatique.", ""),
        ("Re: Hello (4711)", "Your request (4711) has been received.\nThis is an automated message.", ""),
    ],
)
def test_a_machine_is_known_by_what_it_writes(subject: str, words: str, headers: str) -> None:
    assert kind(subject, words, headers) == "auto-reply"


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        (
            "Lu : Votre demande",
            "Votre message\n\nÀ : Ana\nObjet : Votre demande\n\na été lu le lundi 2 mars 2026 10:00.",
        ),
        (
            "Read: Your request",
            "Your message\n\n   To: Ana\n   Subject: x\n\n was read on Monday, March 2, 2026 10:00.",
        ),
    ],
)
def test_a_receipt_is_known(subject: str, words: str) -> None:
    assert kind(subject, words) == "report"


@pytest.mark.parametrize(
    ("subject", "words", "headers"),
    [
        ("Re: Votre demande", "Je suis absent jusqu'au 12, passez le 13. En cas d'urgence, appelez ma fille.", ANSWER),
        ("Re: Your request", "Thank you for your message. I am on holiday until Monday, deliver on Tuesday.", ANSWER),
        ("Absence", "Je suis absent du 3 au 10 mars. En cas d'urgence, appelez ma fille.", ""),
        ("En congés", "Je suis en congés jusqu'au 12. Merci pour votre message. Qui relève mon courrier ?", ANSWER),
        ("Réponse automatique", "Je suis absent lundi et ne sais pas comment activer la réponse automatique.", ""),
        ("Automatic reply: how do I turn it off?", "Your system answers each time. I am away on Monday.", ""),
        ("Re: Automatic reply: Re: Broken", "So who reads this now?", ANSWER),
        ("Re: Automatic reply: Your request", "I am away too, until Monday.", ANSWER),
        ("Auto : mon assurance", "Je suis absent mardi. Merci de rappeler mercredi pour l'auto.", ""),
        ("Re: Votre demande", "J'ai reçu : Ceci est un message automatique. Il manque ma facture.", ANSWER),
        ("Ticket", "Voici ce que j'ai :\n\nVotre demande a bien été reçue. Ceci est un message automatique.", ""),
        (
            "Message",
            "Formulaire de contact\nAna : box en panne, merci pour votre aide.\n\nCeci est un mail automatique.",
            "",
        ),
        ("Read: chapter 3", "I read chapter 3. It was read on the train.", ""),
    ],
)
def test_a_person_is_not_taken_for_one(subject: str, words: str, headers: str) -> None:
    assert kind(subject, words, headers) is None


def test_a_form_that_writes_for_a_person_is_none() -> None:
    words = "Votre demande a bien été reçue. Ceci est un message automatique."
    assert kind("Demande", words, "Reply-To: Chloé <chloe@elsewhere.example>\n") is None
