"""An ordinary good reply leaves without a word from any guard; hostile text neither breaks one nor holds it up."""

import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from petitevoix.review.draft import Draft, Known, Person, Sent
from petitevoix.review.reading import all_guards, review

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
FRENCH = [
    "Bonjour Ana,\n\nVotre box clignote en rouge parce que la ligne a été coupée lundi par des travaux rue Haute. Elle a été rétablie "
    "ce matin : éteignez la box, attendez dix secondes et rallumez-la.\n\nBien à vous,\nDenis",
    "Bonjour Madame Silva,\n\nMerci pour votre message. Le voyant rouge veut dire que la box ne trouve plus la ligne. Débranchez le câble "
    "gris, puis remettez-le jusqu’au clic. S’il reste rouge, dites-le-moi et je vous en envoie une autre.\n\nCordialement,\nDenis Moreau",
    "Oui, votre contrat couvre la panne. Vous n’avez rien à payer.",
    "Bonjour,\n\nJe suis désolé : nous avons compté deux fois le mois de mai. Les 42 € vous ont été rendus ce matin, et la règle qui a "
    "causé l’erreur est corrigée.\n\nBonne journée,\nDenis",
    "Bonjour Ana,\n\nVous pouvez changer votre mot de passe sur la page « Mon compte ». Ne le donnez à personne, pas même à nous.",
    "Bonjour Ana, votre rendez-vous est confirmé : Monsieur Bernard, notre technicien, passera mardi 24 novembre à 9 h 30.",
    "Madame,\n\nVous aviez raison, la commande C-88120 était incomplète. Le câble manquant est parti hier ; le numéro de suivi est "
    "8R41237650912.\n\nRestant à votre écoute,\nEsther",
    "Bonjour Ana,\n\nPour l’écran : appuyez sur [Menu], puis [OK]. Pour le son, voyez la page 12 de la notice.\n\nDenis",
    "Bonsoir Ana,\n\nNon, la carte Vitale n’est pas nécessaire. Prenez seulement le formulaire à compléter que vous avez reçu en mai.",
    "Bonjour,\n\nC’est à la mairie de décider, et je lui ai transmis votre lettre aujourd’hui. Si vous préférez l’appeler : 01 44 55 66 77, "
    "demandez le service des eaux. Je garde votre dossier PV-7K3F9Q et vous réponds ici.",
    "Chère Madame,\n\nVotre ticket de caisse suffit comme preuve d’achat ; la facture n’est pas utile. Le remboursement de 19,90 € est fait "
    "depuis ce matin.\n\nSincères salutations,\nDenis",
    "Bonjour Ana,\n\nVoici les étapes :\n1. Ouvrez les réglages.\n2. Choisissez « Réseau ».\n3. Saisissez le code affiché sous la box.\n\n"
    "La lampe devient verte.\n\nDenis",
    "Bonjour Ana, j’ai bien lu votre pièce jointe : la photo montre que le câble est usé. Un câble neuf est en route depuis hier soir.",
    "Bonjour Ana,\n\nNotre IBAN pour le virement est FR76 3000 6000 0112 3456 7890 189, comme sur votre facture de mai.\n\nEsther",
]  # fmt: skip
MIXED = "merci pour votre code pin : FR76 4111 1111 Dear Madame X [nom] ci-joint ticket ne sont pas vous devez appeler @ \n > – "
PIECES = MIXED.split(" ")
ENGLISH = [
    "Hello Ana,\n\nThe light is red because works in the High Street cut your line on Monday. It was mended this morning: switch the box "
    "off, wait ten seconds, switch it on again.\n\nBest regards,\nDenis",
    "Dear Ms Silva,\n\nThank you for your message. Red means that the box cannot find the line. Unplug the grey cable and push it back until "
    "it clicks. If it stays red, tell me and I send you another box.\n\nKind regards,\nDenis Moreau",
    "Yes, your contract covers it. There is nothing to pay.",
    "Hi Ana,\n\nI am sorry: we counted May twice. The £42 went back to your account this morning, and the rule behind the mistake is mended.",
    "Hello Ana,\n\nYou can change your password on the page “My account”. Never give it to anyone, not even to us.",
    "Hello Ana, your appointment stands: Mr Bernard, our technician, comes on Tuesday 24 November at 9:30.",
    "Dear Ana,\n\nYou were right, order C-88120 was not complete. The missing cable left yesterday; its tracking number is 8R41237650912.",
    "Hello Ana,\n\nFor the picture, press [Menu], then [OK]. For the sound, see page 12 of the booklet [1].\n\nDenis",
    "Good evening Ana,\n\nNo, you do not need your passport. Just bring the form that you received in May, and we fill it in together.",
    "Hello,\n\nThe town hall decides this, and I passed your letter on to them today. If you would rather call them: 020 7946 0001, ask for the "
    "water desk. I keep your case PV-7K3F9Q and answer you here.",
    "Dear Ana,\n\nYour train ticket is enough as a proof; no bill is needed. The £19.90 went back to you this morning.\n\nYours sincerely,\nDenis",
    "Hello Ana,\n\nThe steps:\n1. Open the settings.\n2. Choose “Network”.\n3. Type the code that is printed under the box.\n\nThe lamp turns "
    "green.\n\nDenis",
    "Hello Ana, I looked at the photo you attached: the cable is worn. A new one has been on its way since last night.",
    "Hi Ana, the grey cable is attached to the left side of the box. Pull it out gently; a call to the shop is not needed.",
]  # fmt: skip


@pytest.mark.usefixtures("promised", "asked")
@pytest.mark.parametrize("words", FRENCH)
def test_a_good_french_reply_leaves_without_a_word(case, caplog, words):
    assert review(case(words)) == []
    assert caplog.records == []  # a guard that broke would find nothing, too


@pytest.mark.usefixtures("promised", "asked")
@pytest.mark.parametrize("words", ENGLISH)
def test_a_good_english_reply_leaves_without_a_word(case, caplog, words):
    english = Person("Ana Silva", ["ana@letters.example"], "en")
    assert review(case(words, person=english, heard=["My box blinks red, ser. no BX-20417. Why? Ana"])) == []
    assert caplog.records == []


@given(
    words=st.one_of(
        st.text(),
        st.text(alphabet="aXn @.,'’-[](){}<>«»%$:;/\n\u00a0éÉ1234567890+`*_"),
        st.lists(
            st.sampled_from(
                [
                    "merci",
                    "pour",
                    "votre",
                    "code",
                    "pin",
                    ":",
                    "FR76",
                    "4111",
                    "1111",
                    "Dear",
                    "Madame",
                    "X",
                    "[nom]",
                    "ci-joint",
                    "ticket",
                    "ne",
                    "sont",
                    "pas",
                    "vous",
                    "devez",
                    "appeler",
                    "@",
                    "\n",
                    ">",
                    "–",
                    "",
                ]
            )
        ).map(" ".join),
    )
)
def test_no_text_breaks_a_guard_and_each_span_is_in_the_text(case_of_all, words):
    draft = replace(case_of_all, words=words)
    for guard in all_guards():
        if guard.__name__.endswith(("promise_without_date", "asks_what_we_know")):
            continue  # they only pass on what `language` found, which has its own tests
        for finding in guard.look(draft):
            assert all(0 <= start < end <= len(words) for start, end in finding.spans), finding


@pytest.fixture(scope="module")
def case_of_all():
    sent = Sent("Merci pour votre message.", NOW, ["x@y.example"])
    return Draft(
        "", NOW, person=Person("Ana", ["ana@x.example"], "fr"), sent=[sent], heard=["Bonjour"], missed=True, fault_is_ours=True,
        facts={"serial": ["A1234"], "order": ["B1234"], "phone": ["0612345678"]}, standard=["Merci pour votre message du mois"],
        known=Known(["PV-7K3F9Q"], ["b@c.example"], ["1"], ["Denis"], ["PV-234567", "Bruno", "b@d.example"]), to=["z@y.example"],
        jargon={"machin": "chose", "": "rien"},
    )  # fmt: skip


@pytest.mark.usefixtures("promised", "asked")
@pytest.mark.parametrize(
    "piece",
    [
        "a",
        " ",
        "\n",
        "1 ",
        "X",
        "[",
        "{",
        "<",
        "«",
        "`",
        "'",
        "a@",
        ". ",
        "-",
        "\u00a0",
        "merci pour votre ",
        "Monsieur A ",
        "fr76 ",
    ],
)
def test_a_long_hostile_text_takes_time_in_proportion(case_of_all, piece):
    def took(length):
        draft = replace(case_of_all, words=piece * (length // len(piece)))
        began = time.process_time()
        review(draft)
        return time.process_time() - began

    took(2_000)  # warm
    # Ten times the text: a hundred times the time would show.
    assert took(200_000) < 40 * max(took(20_000), 0.005)
