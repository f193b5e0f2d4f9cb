"""A file that is spoken of is there; a letter of ours can be answered (S013)."""

from datetime import UTC, datetime

import pytest

from petitevoix.review.draft import Draft
from petitevoix.review.guards import do_not_reply, forgotten_file

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
SPEAK_OF_A_FILE = [
    "Vous trouverez ci-joint votre facture.", "Vous trouverez votre facture en pièce jointe.", "Je vous joins le plan.",
    "Veuillez nous retourner le formulaire ci-joint, complété.", "Nous avons joint la notice.", "Ci joint le devis.",
    "Please find your bill attached.", "I’ve attached the form.", "The form is attached.", "See the attached guide.",
    "Your label is attached to this e-mail.", "I am enclosing a copy of the contract.", "Please see the attachment.",
    "Vous trouverez ci-joint\nla facture de mai.",
]  # fmt: skip
SPEAK_OF_NONE = [
    "Pouvez-vous nous envoyer une photo en pièce jointe ?", "J’ai bien lu votre pièce jointe.", "Il manque une photo.",
    "Merci de joindre une photo de la plaque.", "The file you attached opens well.", "The cable is attached to the box.",
    "Your photo was attached to your message.", "There was no attachment in your letter.", "We are attached to this town.",
    "Le document en pièce jointe de votre courriel est lisible.", "Could you send it to us as an attachment?",
    "Vous nous aviez envoyé la photo en pièce jointe.", "I found the attached photo you sent very helpful.",
]  # fmt: skip


@pytest.mark.parametrize("words", SPEAK_OF_A_FILE)
def test_a_file_that_is_spoken_of_and_not_there_stops_the_letter(words):
    [finding] = forgotten_file.look(Draft(f"Bonjour,\n\n{words}", NOW))
    assert finding.blocks
    assert finding.confirmable
    assert list(forgotten_file.look(Draft(words, NOW, files=1))) == []


@pytest.mark.parametrize("words", SPEAK_OF_NONE)
def test_their_files_and_things_attached_to_things_are_left_alone(words):
    assert list(forgotten_file.look(Draft(words, NOW))) == []


def test_what_is_quoted_is_not_ours():
    assert list(forgotten_file.look(Draft("Oui, bien reçu.\n\n> Vous trouverez ci-joint ma facture.", NOW))) == []


@pytest.mark.parametrize(
    ("words", "shut"),
    [
        ("Bonjour,\n\nC’est réparé. Merci de ne pas répondre à ce message.", "Merci de ne pas répondre à ce message."),
        ("It is mended. Please do not reply to this e-mail.", "Please do not reply to this e-mail."),
        ("Écrivez à noreply@ville.example pour la suite.", "Écrivez à noreply@ville.example pour la suite."),
    ],
)
def test_a_shut_door_stops_the_letter_for_good(words, shut):
    [finding] = do_not_reply.look(Draft(words, NOW))
    assert finding.blocks
    assert not finding.confirmable
    [(start, end)] = finding.spans
    assert words[start:end].strip() == shut


@pytest.mark.parametrize(
    "words",
    ["Inutile de répondre avant vendredi.", "No need to reply: all is well.", "Répondez simplement à ce message."],
)
def test_a_courtesy_is_no_shut_door(words):
    assert list(do_not_reply.look(Draft(words, NOW))) == []
