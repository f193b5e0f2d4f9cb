"""A letter answers: it does not send away, sell, speak our kitchen's words, or keep silent on our own fault."""

import pytest

from petitevoix.review.draft import Person
from petitevoix.review.guards import apology_owed, go_elsewhere, jargon, long_answer, sales

AWAY = [
    "Ce n’est pas de notre ressort.", "This is not our department.", "It has nothing to do with us.",
    "Bonjour,\n\nMerci pour votre message. Pour cela, veuillez contacter le service client.\n\nCordialement",
    "Bonjour Madame,\n\nCe n’est pas de notre ressort. Il faut appeler la mairie au 01 44 55 66 77.",
    "Bonjour,\n\nNous vous invitons à vous rapprocher de votre fournisseur. Nous restons à votre disposition.",
    "Rendez-vous sur notre site.", "Vous devez vous adresser au bureau des eaux.", "Vous pouvez nous contacter par téléphone.",
    "Hello,\n\nThank you for contacting us. Please call our billing department.\n\nBest regards,\nDenis",
    "Hi,\n\nThis is not something our team handles. You will need to contact the manufacturer.",
    "Please visit our website.", "Contact your bank.", "For this, please refer to the FAQ.", "Consultez notre FAQ.",
    "Voyez cela avec votre opérateur.", "This is one for your bank.", "You’d be better off asking the manufacturer.",
    "Il faut faire votre demande sur le site.", "Seul le service facturation peut vous répondre, appelez-le.", "Notre FAQ répond à cette question.",
    "You will find the answer online.", "Please raise this with the courier.", "Désolé, cela relève de la préfecture.",
    "Ce sujet ne nous concerne pas.", "Sorry, we don’t deal with that here, try billing.", "Please log a request on our portal.",
    "Merci d’utiliser le formulaire en ligne.", "Please fill in the form on our website.",
    "Passez en boutique.",
    "Tout est expliqué sur notre site.",
    "You can find the answer in our FAQ.",
    "Please call 3900.",
    "Call 3900.",
    "Appelez le 3900.",
    "Voyez avec la mairie.",
    "Voyez directement avec le fabricant.",
    "C’est à voir avec votre banque.",
    "Vous trouverez la réponse dans notre FAQ.",
    "La réponse est sur notre site.",
    "Toutes les informations sont disponibles sur notre site internet.",
    "Allez sur notre site.",
    "Passez nous voir en agence.",
    "Vous pouvez passer en boutique.",
    "Merci de passer à l’accueil.",
    "Everything is explained on our website.",
    "It is all on our website.",
    "The answer is in our FAQ.",
    "All the information is available on our website.",
    "You will find everything in the help centre.",
    "Take it up with your operator.",
    "You should ask your provider.",
    "Please ask at the shop.",
    "Please go to a shop.",
    "Drop by our shop.",
    "Come to the shop.",
    "Adressez votre demande à la mairie.",
    "Les conditions sont consultables sur notre site.",
    "Cela se règle en boutique.",
    "Présentez-vous au guichet.",
    "Connectez-vous à votre espace client.",
    "Please log in to your account.",
    "Have a look at our website.",
    "Check our FAQ.",
    "Read our FAQ.",
    "Please see your bank.",
    "Demandez à votre opérateur.",
    "Composez le 3900.",
    "Dial 3900.",
    "Bonjour,\n\nMerci pour votre message. Tout est expliqué sur notre site.\n\nCordialement",
    "Vous trouverez tout cela en ligne.", "Passez en boutique du lundi au samedi.",
]  # fmt: skip
NOT_AWAY = [
    "Bonjour,\n\nVotre ligne est coupée depuis lundi ; la mairie la répare. Appelez-la au 01 44 55 66 77 si cela presse.",
    "J’ai transmis votre lettre à la mairie, qui vous écrit d’ici vendredi. Vous pouvez aussi l’appeler.",
    "Vous pouvez me rappeler au 01 44 55 66 77.", "N’hésitez pas à nous contacter.", "Oui, c’est réparé.", "Débranchez la box.",
    "Your line is cut; the town mends it by Friday. You can call them if it is urgent.", "Call me when you are home.",
    "Please contact us if it goes on.", "You can check the cable behind the box.", "", "Merci !",
    "Quel jour vous conviendrait pour un rendez-vous en agence ?", "Je vous confirme votre rendez-vous au 12 rue Basse.",
    "Please restart your phone.", "Si vous l’avez, joignez le numéro de commande.", "Merci de joindre un RIB.",
    "Votre ligne est rétablie depuis ce matin. Tout est expliqué sur notre site.",
    "Votre rendez-vous en boutique est fixé au mardi 24 novembre à 10 h.",
    "Passez en boutique mardi 24 novembre à 10 h : Denis vous y attend avec la nouvelle box.",
    "Come to the shop on Tuesday 24 November at 10: your new box is ready.",
    "Your appointment at the shop is on 24 November at 10:30.",
    "Your line works again. You can find more in our FAQ.",
    "Votre colis vous attend en boutique.",
    "We called 3900 for you.",
    "Voyez le voyant : il est vert.", "Faites un essai avec la box de votre voisin.", "Seul le voyant du haut peut clignoter.",
    "La couleur dépend du service choisi : le vert veut dire que la ligne marche.", "I asked your bank: the payment went through.",
    "J’ai fait votre demande sur le site de la mairie.",
    "Passez la souris sur le bouton.",
    "J’ai vu cela avec votre opérateur.",
    "Nous avons vu cela avec la mairie.",
    "The answer is no.",
    "La réponse est oui.",
    "Tout est réparé.",
    "Everything is mended.",
    "Please restart the box.",
    "Please call me on 3900.",
    "Vous trouverez la box sous l’escalier.",
    "Check the cable.",
    "Check our last letter: the sum was 42 euros.",
    "Have a look at the lamp.",
    "Le technicien passe en boutique demain prendre la box.",
    "Your money was refunded. Please call 3900 if it does not come.",
    "Demandez-moi.",
    "Ask me anything.",
    "Read the number on the box to me.",
    "Allez dans les réglages, puis sur Réseau.",
    "It is in your account since this morning.", "It is online again.", "Tout est de nouveau en ligne.", "Nous voyons cela avec la mairie.",
]  # fmt: skip
SELLS = [
    "While I have you, may I interest you in our Premium pack?", "Saviez-vous que l’option Sérénité n’est qu’à 3 € par mois ?",
    "Et si vous passiez à notre formule Confort ?", "Pensez à notre extension de garantie, 3 € par mois.", "Treat yourself to our new box.",
    "Saviez-vous que notre option Sérénité couvre la casse ?", "Did you know our Plus plan covers this?", "Have you considered our premium cover?",
    "Add insurance today for £3 a month.", "Notre nouvelle gamme est arrivée.", "Jusqu’au 31 décembre, -20 % sur tous nos forfaits.",
    "While you’re here, our fibre is now half price.", "Black Friday: everything 30% off.", "Je vous propose de souscrire à l’assurance Zen.",
    "Votre box est réparée. Profitez de notre offre exclusive !", "Découvrez nos nouvelles offres fibre.", "Utilisez le code promo MAI10.",
    "Passez à la fibre pour seulement 19,99 € par mois.", "Pourquoi ne pas passer à l’option Plus ?", "Parrainez un ami.",
    "Your box is mended. Check out our new plans!", "Why not upgrade to Premium?", "Take advantage of our special offer.",
    "Use discount code MAY10 for 10% off.", "Upgrade today for only £9.99 a month.", "Bénéficiez de 20 % de réduction.", "Profitez d’une offre rare.", "Get 20% off your next order.",
]  # fmt: skip
SELLS_NOT = [
    "While you are here, I have mended the second line too.", "Saviez-vous que l’option que vous avez est déjà payée jusqu’en mars ?",
    "Notre nouvelle box est partie ce matin.", "Pensez à votre numéro de série.", "Have you tried our second line?", "I take 20% off this bill.",
    "Je vous propose de passer mardi.", "Et si vous changiez la prise ?",
    "L’offre que vous avez souscrite en mai couvre la panne.", "Je vous propose un remboursement de 20 €.", "Votre forfait reste le même.",
    "Une remise de 10 € vous est accordée pour la panne.", "We offer you a refund of £20.", "Your plan stays the same.",
    "I offer you an appointment on Tuesday.", "La boutique vous offre un câble neuf.", "The price on your bill is right.",
    "Le montant a changé parce que votre promotion de bienvenue a pris fin.", "All right, 10 % off for three months.",
]  # fmt: skip


@pytest.mark.parametrize("words", AWAY)
def test_a_letter_that_only_sends_elsewhere_is_stopped_until_confirmed(case, words):
    [finding] = go_elsewhere.look(case(words))
    assert finding.blocks
    assert finding.confirmable
    assert all(words[start:end].strip() for start, end in finding.spans)


@pytest.mark.parametrize("words", NOT_AWAY)
def test_a_letter_that_says_something_may_name_another_door_too(case, words):
    assert list(go_elsewhere.look(case(words))) == []


@pytest.mark.parametrize("words", SELLS)
def test_nothing_is_sold_in_a_letter_about_a_matter(case, words):
    [finding] = sales.look(case(words))
    assert finding.blocks
    assert finding.confirmable


@pytest.mark.parametrize("words", SELLS_NOT)
def test_their_own_offer_and_a_refund_are_no_sale(case, words):
    assert list(sales.look(case(words))) == []


@pytest.mark.parametrize(
    "asked",
    ["Quelles sont vos offres ?", "Je voudrais changer de forfait.", "What plans do you have?", "Can I upgrade?"],
)
def test_who_asks_what_there_is_gets_the_answer(case, asked):
    assert list(sales.look(case("Découvrez nos nouvelles offres fibre.", heard=[asked]))) == []


@pytest.mark.parametrize(
    ("words", "language", "word", "instead"),
    [
        ("J’ai ouvert un ticket.", "fr", "ticket", "dossier"), ("Votre demande est chez le N2.", "fr", "n2", "un collègue spécialiste"),
        ("C’est escaladé.", "fr", "escalade", "confié à un collègue"), ("Your tickets are with tier 2.", "en", "ticket", "case"),
        ("It was escalated.", "en", "escalated", "passed to a colleague"),
    ],
)  # fmt: skip
def test_a_word_of_our_kitchen_is_shown_with_what_to_say_instead(case, words, language, word, instead):
    found = list(jargon.look(case(words, person=Person("Ana", language=language))))
    assert (word, instead) in [(finding.facts["word"], finding.facts["instead"]) for finding in found]
    assert {finding.severity for finding in found} == {"hint"}


def test_a_word_of_the_teams_own_list_weighs_more_and_comes_first(case):
    [finding] = jargon.look(case("Le NRA est plein, et le nra du bourg.", jargon={"NRA": "central téléphonique"}))
    assert (finding.severity, finding.facts["instead"], len(finding.spans)) == ("warn", "central téléphonique", 2)
    [finding] = jargon.look(case("Votre ticket.", jargon={"ticket": "affaire"}))
    assert (finding.severity, finding.facts["instead"]) == ("warn", "affaire")


@pytest.mark.parametrize(
    "words",
    [
        "Gardez le ticket de caisse.",
        "Your train ticket is valid.",
        "Niveau 2 du parking.",
        "help@ticket.example",
        "Sur l’étiquette.",
    ],
)
def test_the_thing_of_that_name_is_no_jargon(case, words):
    assert list(jargon.look(case(words))) == []


def test_what_the_person_says_themselves_is_no_jargon(case):
    assert list(jargon.look(case("Votre ticket est chez nous.", heard=["Où en est mon ticket ?"]))) == []


@pytest.mark.parametrize(
    "words",
    [
        "Votre box est réparée.",
        "Ce n’est pas notre faute.",
        "Your box is mended.",
        "It is not our fault.",
        "Sorry to hear that.",
        "We are sorry you feel that way.",
        "Désolé d’apprendre que le colis manque.",
        "Nous ne sommes pas responsables, désolé.",
        "Sorry, we cannot refund you.",
        "Pardon de vous redemander le numéro.",
        "There is no need to be sorry.",
        "Je n’ai pas à m’excuser.",
        "Nous sommes désolés que vous l’ayez ressenti ainsi.",
    ],
)
def test_our_own_fault_is_owned_up_to(case, words):
    [finding] = apology_owed.look(case(words, fault_is_ours=True))
    assert finding.blocks
    assert finding.confirmable
    assert list(apology_owed.look(case(words))) == []


@pytest.mark.parametrize(
    "words",
    [
        "Nous sommes désolés : la box était mal réglée.", "C’est une erreur de notre part.", "Toutes nos excuses.", "Nous aurions dû le voir.",
        "I am sorry, we counted twice.", "We apologise.", "This was our mistake.", "We should have told you.", "Mea culpa.",
        "Ce retard est de notre fait.", "We take full responsibility for it.", "We messed up.", "La faute nous revient.", "Our bad.",
        "Nous vous devons des excuses.", "That was on us.", "Please forgive us.", "Je vous présente mes regrets.",
        "Sorry to hear that: it was our mistake.", "Je m’excuse. Veuillez m’excuser.",
    ],
)  # fmt: skip
def test_a_letter_that_owns_up_may_leave(case, words):
    assert list(apology_owed.look(case(words, fault_is_ours=True))) == []


WHY = " ".join(["Le câble du central passe sous la rue Haute et a été coupé par la pelle des travaux."] * 8)


def test_a_long_letter_opens_with_its_answer(case):
    assert (
        list(long_answer.look(case(f"Bonjour,\n\nVotre ligne est réparée depuis ce matin.\n\n{WHY}\n\nCordialement")))
        == []
    )
    assert (
        list(long_answer.look(case(f"Bonjour,\n\nMerci pour votre message.\n\nLa ligne est réparée.\n\n{WHY}"))) == []
    )


@pytest.mark.parametrize(
    "words",
    [WHY, f"Bonjour,\n\nSuite à votre demande, voici.\n\n{WHY}", f"Dear Ana,\n\nAs you may know, we moved.\n\n{WHY}"],
)
def test_a_long_letter_that_does_not_is_shown_how(case, words):
    [finding] = long_answer.look(case(words))
    assert finding.severity == "hint"
    assert finding.advice
