"""What a person writes where our answer missed, and what others write."""

import pytest

from petitevoix.language.missed import says_missed


@pytest.mark.parametrize(
    "words",
    [
        "Vous n’avez pas répondu à ma question.",
        "Bonjour, vous n'avez toujours pas répondu.",
        "Personne ne m'a jamais répondu sur ce point",
        "Cela ne répond pas à ma demande.",
        "Votre réponse ne m'aide en rien : ça ne règle rien.",
        "Ce n’est pas du tout ce que je demandais",
        "J'avais déjà fait tout cela avant de vous écrire.",
        "Vous répondez à côté.",
        "Ma question était : quand ?",
        "You have not answered my question: I had already done exactly that",
        "You didn't really answer.",
        "That doesn't help, sorry.",
        "This is not what I asked.",
        "I've already tried that, twice.",
        "You missed the point.",
        "My question was when, not how.",
    ],
)
def test_it_missed(words):
    assert says_missed(words)


@pytest.mark.parametrize(
    "words",
    [
        "Merci, c'est réglé !",
        "Merci de votre réponse, elle m'a beaucoup aidé.",
        "Je n'ai pas encore reçu le colis.",
        "Vous avez répondu très vite, merci.",
        "Ma question porte sur la facture de mai.",
        "J'ai envoyé la box hier.",
        "Thank you, that answers my question.",
        "It works again.",
        "I have a question about my bill.",
        "I have sent the router back.",
        "You answered quickly, thank you.",
        "",
    ],
)
def test_it_did_not(words):
    assert not says_missed(words)
