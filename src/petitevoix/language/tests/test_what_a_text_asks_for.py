"""Which facts a draft asks its reader for; a fact that is only mentioned is not asked for."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from petitevoix.language.asking.facts import FACTS
from petitevoix.language.asks import find

ASKED = [
    ("Could I take your date of birth?", ["birth_date"]),
    ("Pourriez-vous nous communiquer votre numéro de série ?", ["serial"]),
    ("Could you confirm your order number and date of birth?", ["order", "birth_date"]),
    ("Merci de nous indiquer votre n° de commande.", ["order"]),
    ("Il nous faudrait votre numéro de contrat.", ["contract"]),
    ("We need your bank details.", ["iban"]),
    ("Quelle est l’adresse mail de votre compte ?", ["email"]),
    ("À quel numéro peut-on vous joindre ?", ["phone"]),
    ("Where should we deliver the parcel?", ["address"]),
    ("À quel nom est le dossier ?", ["name"]),
    ("Votre nom et votre date de naissance svp", ["birth_date", "name"]),
    ("Merci de nous donner :\n- votre adresse\n- votre numéro de commande", ["order", "address"]),
    ("Le numéro de série est au dos. Pouvez-vous me le donner ?", ["serial"]),
    ("Could you give me the reference from your receipt?", ["order"]),
    ("Pourriez-vous me donner la référence qui figure sur votre ticket de caisse ?", ["order"]),
    ("Sans votre numéro de commande, je ne peux rien faire.", ["order"]),
    ("What do I call you?", ["name"]),
    ("Who do I have the pleasure of speaking with?", ["name"]),
    ("Comment dois-je vous appeler ?", ["name"]),
    ("À qui ai-je l’honneur ?", ["name"]),
    ("Au nom de qui est le contrat ?", ["name"]),
    ("May I have the number printed under the device?", ["serial"]),
    ("Quel numéro est gravé au dos de la box ?", ["serial"]),
    ("What does the sticker on the back say?", ["serial"]),
    ("Où faut-il livrer ?", ["address"]),
    ("Where do you want it delivered?", ["address"]),
    ("Could you tell me where you live?", ["address"]),
    ("Vous habitez toujours rue des Lilas ?", ["address"]),
    ("Do you have a mobile?", ["phone"]),
    ("Quel est le meilleur numéro pour vous avoir ?", ["phone"]),
    ("Which e-mail did you sign up with?", ["email"]),
    ("When is your birthday?", ["birth_date"]),
    ("Vous êtes né quand ?", ["birth_date"]),
    ("Which account should we refund?", ["iban"]),
    ("Where shall we send the money?", ["iban"]),
    ("Could you give us your sort code and account number?", ["iban"]),
    ("Quel est votre numéro de compte ?", ["iban"]),
    ("Il nous faut votre numéro de compte client.", ["contract"]),
    ("De quel contrat s’agit-il ?", ["contract"]),
    ("Which contract is it about?", ["contract"]),
]
ONLY_MENTIONED = [
    "Merci de ne pas nous envoyer votre RIB par courriel.", "Please do not send us your IBAN.",
    "Votre numéro de série est bien enregistré.", "Your order 123 was shipped.", "Please write to this address: 3 Port Road, Hull.",
    "Notre adresse est 12 rue Basse, Rouen.", "I called your phone.", "Inutile de nous renvoyer votre RIB.",
    "Ne m'envoyez surtout pas votre IBAN.", "Where should the cable go?", "Où faut-il appuyer ?", "What do you call the red light?",
    "Which account do you mean, the shop's or the app's?", "Do you have a mobile app installed?", "What does the screen say?",
    "The number on the display is an error code.", "Où se trouve la fuite ?", "Quelle ville dessert cette ligne ?",
    "Never give your IBAN over the phone.", "Pouvez-vous redémarrer votre téléphone ?", "Voulez-vous la facture par e-mail ?", "",
    "Which contract do you prefer, the small one or the large one?",
    "Voici ce que nous avons :\n- commande 4412\n- adresse e-mail : ana@exemple.fr",
]  # fmt: skip


@pytest.mark.parametrize(("text", "facts"), ASKED)
def test_a_fact_that_is_asked_for_is_told(text, facts):
    assert find(text) == facts


@pytest.mark.parametrize("text", ONLY_MENTIONED)
def test_a_fact_that_is_only_mentioned_is_not(text):
    assert find(text) == []


@given(
    st.lists(st.sampled_from([text for text, _ in ASKED] + ONLY_MENTIONED) | st.text(max_size=30), max_size=8).map(
        "\n".join
    )
)
@settings(max_examples=200, deadline=None)
def test_facts_come_once_and_in_their_order(text):
    facts = find(text, "fr")
    assert facts == [fact for fact in FACTS if fact in facts]
