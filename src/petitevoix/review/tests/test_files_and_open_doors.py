"""A file that is spoken of is there; a letter of ours can be answered (S013)."""

from datetime import UTC, datetime

import pytest

from petitevoix.review.draft import Draft
from petitevoix.review.guards import do_not_reply, forgotten_file

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
SPEAK_OF_A_FILE = [
    "See the screenshot I’ve included.", "Voyez la capture que j’ai ajoutée à ce message.",
    "Vous trouverez ci-joint votre facture.", "Vous trouverez votre facture en pièce jointe.", "Je vous joins le plan.",
    "Veuillez nous retourner le formulaire ci-joint, complété.", "Nous avons joint la notice.", "Ci joint le devis.",
    "Please find your bill attached.", "I’ve attached the form.", "The form is attached.", "See the attached guide.",
    "Your label is attached to this e-mail.", "I am enclosing a copy of the contract.", "Please see the attachment.",
    "Vous trouverez ci-joint\nla facture de mai.",
    "Le devis est en PJ.",
    "Vous trouverez la facture en PJ.",
    "Votre facture est jointe à ce message.",
    "La facture du mois de mai est jointe.",
    "Les documents sont joints à ce courriel.",
    "Attached is your bill for May.",
    "Attached are the two forms.",
    "Attached you will find the form.",
    "You will find the form in the attachment.",
    "I attach the form.",
    "We enclose a copy of your contract.",
    "The form is enclosed.",
    "Your contract is enclosed with this letter.",
    "Enclosed is the label.",
    "Enclosed please find the receipt.",
    "Je joins la facture.",
    "J’ai joint la notice.",
    "J’y joins le plan.",
    "Je vous la joins.",
    "Voir pièce jointe.",
    "Voir la PJ.",
    "La notice figure en annexe : vous la trouverez en annexe.",
    "La facture jointe à ce message le montre.",
    "Ci-annexé le devis.",
    "Please see attached.",
    "The attachment shows how to do it.",
    "As you can see in the attached photo, it is simple.",
    "All details are in the attachment.",
    "I have enclosed the receipt.",
    "Le bon de retour est ci-joint.",
    "Attached, the receipt.",
    "See the enclosed leaflet.",
    "We’ve enclosed a map.",
    "The invoice is attached for your records.",
    "PJ : devis",
    "La facture (jointe) est de 42 €.",
    "I’m sending the form as an attachment to this email.",
    "Please use the attached form.", "Vous avez le devis en PJ.", "Je vous glisse la photo dans ce mail.", "Voici la facture jointe.",
    "Je vous mets le devis en copie de ce message.", "Here’s the invoice you asked for (PDF attached).", "Cf. document joint.",
    "I’ve popped the form on to this email.", "You’ll see the label attached.", "Le mode d’emploi est en pièce attachée.",
    "Ci-inclus votre attestation.", "Je te joins le RIB.", "Veuillez trouver sous ce pli votre contrat.", "La facture est en attache.",
    "I am sending the statement with this mail.", "Le document en annexe détaille tout.", "The screenshot attached shows where to click.",
]  # fmt: skip
SPEAK_OF_NONE = [
    "The plan I have added to your account starts on Monday.",
    "Merci pour la photo jointe.", "J’ai bien reçu la facture jointe.", "Thank you for the photo attached.", "Il est joint à la réponse du client.",
    "Send the form to this email address.", "Please return it with the label attached.",
    "Dès réception de votre attestation en pièce jointe, je vous rembourse.", "Je vous envoie un technicien avec ce nouveau câble.",
    "Pouvez-vous nous envoyer une photo en pièce jointe ?", "J’ai bien lu votre pièce jointe.", "Il manque une photo.",
    "Merci de joindre une photo de la plaque.", "The file you attached opens well.", "The cable is attached to the box.",
    "Your photo was attached to your message.", "There was no attachment in your letter.", "We are attached to this town.",
    "Le document en pièce jointe de votre courriel est lisible.", "Could you send it to us as an attachment?",
    "No attachment needed.",
    "No attachment is needed.",
    "The file you attached opens well.",
    "La pièce jointe que vous avez envoyée est illisible.",
    "The bracket is attached to the wall.",
    "Attached to the wall is a small box.",
    "Les pièces jointes que vous nous avez envoyées sont lisibles.",
    "Merci de nous envoyer la facture en PJ.",
    "Pas de pièce jointe nécessaire.",
    "Envoyez-nous votre RIB en PJ.",
    "Please attach a photo.",
    "Please send it as an attachment.",
    "Your e-mail came without an attachment.",
    "Inutile de joindre une pièce jointe.",
    "Nous avons bien reçu la PJ.",
    "J’ai bien reçu vos pièces jointes.",
    "The garden is enclosed by a wall.",
    "An enclosed space may weaken the signal.",
    "You can attach the form to your reply.",
    "Joignez une photo à votre réponse.",
    "There was nothing attached to your message.",
    "La photo jointe à votre message est floue.",
    "I saw the crack in your attachment.",
    "We attach great importance to this.",
    "Nous attachons de l’importance à cela.",
    "Le boîtier est attaché au mur.",
    "We will attach the cable to the wall.",
    "I attached the cable to the wall last time.",
    "Le câble est joint au mur.",
    "The cable attached to the box is grey.",
    "The attachment you sent is too large.",
    "Could you resend the attachment?",
    "We could not open the attachment.",
    "Aucun document n’est joint à votre demande.",
    "Your photo was enclosed with your letter.",
    "Vous pouvez joindre jusqu’à cinq photos.",
    "Il est joignable au 3900.",
    "La mairie nous a jointe par téléphone.",
    "Je vous joins par téléphone demain.",
    "Nous avons joint le service des eaux hier.",
    "J’ai joint la mairie ce matin.",
    "Votre compte joint est à jour.",
    "We are very attached to this town.",
    "Do not open attachments from strangers.",
    "Ne cliquez pas sur la pièce jointe.",
    "Je n’ai pas pu ouvrir la pièce jointe.",
    "Your form was not attached.",
    "There is no charge attached.",
    "The conditions attached to your contract have changed.",
    "No file is attached to this message.",
    "The meter is enclosed in a plastic box.",
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
def test_a_shut_door_stops_the_letter_until_its_writer_says_why(words, shut):
    [finding] = do_not_reply.look(Draft(words, NOW))
    assert finding.blocks
    assert finding.confirmable
    [(start, end)] = finding.spans
    assert words[start:end].strip() == shut


@pytest.mark.parametrize(
    "words",
    ["Inutile de répondre avant vendredi.", "No need to reply: all is well.", "Répondez simplement à ce message."],
)
def test_a_courtesy_is_no_shut_door(words):
    assert list(do_not_reply.look(Draft(words, NOW))) == []


@pytest.mark.parametrize(
    "words",
    [
        "The mail from noreply@post.example is genuine.", "If a message says do not reply, it is not from us.", "Their mail said: do not reply to this e-mail.",
        "The message you got from noreply@post.example is a fake.", "Yes, noreply@post.example is the address of the Post Office.",
        "It came from no-reply@bank.example, which is not ours.", "The letter says “please do not reply to this message”; you can.",
        "Any e-mail that tells you do not reply to this message is not ours.", "Do not reply to noreply@scam.example: it is a fraud.",
        "Le message de noreply@poste.example est authentique.", "Si un courriel vous dit de ne pas répondre à ce message, il ne vient pas de nous.",
        "Le message reçu disait « merci de ne pas répondre à ce courriel », mais vous pouvez.", "Ne répondez pas à noreply@arnaque.example.",
        "Le courriel vient de no-reply@banque.example, une adresse de votre banque.", "noreply@poste.example est bien l’adresse de La Poste.",
        "L’adresse noreply@poste.example n’est pas la nôtre.", "Vous avez reçu un SMS de noreply@poste.example : c’est un faux.",
        "The e-mail sent by noreply@post.example is safe.", "Un message qui demande de ne pas répondre à ce courriel n’est pas de nous.",
    ],
)  # fmt: skip
def test_what_another_message_said_and_the_address_of_another_may_be_spoken_of(words):
    assert list(do_not_reply.look(Draft(f"Bonjour,\n\n{words}\n\nDenis", NOW))) == []


@pytest.mark.parametrize(
    "words",
    [
        "This message comes from noreply@house.example.", "Ce message vient de noreply@house.example.", "Write to noreply@house.example.",
        "If you have a question, do not reply to this message.", "Si vous avez une question, merci de ne pas répondre à ce message.",
        "We ask you: please do not reply to this e-mail.", "Nous vous demandons de ne pas répondre à ce message.", "“Please do not reply to this e-mail.”",
        "The mail from noreply@post.example is genuine. Please do not reply to this e-mail.", "Replies to this message are not read.",
        "Il vous est demandé de ne pas répondre à ce message.", "Contactez-nous à noreply@house.example.", "Our address is noreply@house.example.",
        "If a message says do not reply, it is not ours. Do not reply to this message.", "Notre message est envoyé par noreply@house.example.",
        "Your reply goes to noreply@house.example.", "Envoyez le message à noreply@house.example.", "Send the message to noreply@house.example.",
    ],
)  # fmt: skip
def test_what_our_own_letter_says_stays_shut_out(words):
    [finding] = do_not_reply.look(Draft(f"Bonjour,\n\n{words}\n\nDenis", NOW))
    assert finding.confirmable
