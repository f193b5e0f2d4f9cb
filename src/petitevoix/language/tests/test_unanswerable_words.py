"""No address, name or sentence of ours may tell people not to answer; courtesy is something else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from petitevoix.language.unanswerable import says_do_not_reply

SHUT = [
    "Inutile de répondre à cet e-mail, personne ne le lit.",
    "Ce message est automatique, toute réponse restera sans suite.", "Inutile d’utiliser la fonction répondre.", "This inbox isn’t checked.",
    "Replies to this message go nowhere.", "Please don’t hit reply.", "Nous ne lirons pas votre réponse.", "Send-only address.",
    "Adresse d’envoi uniquement, merci.", "Veuillez ne pas faire « répondre ».", "Do not reply to that address, nobody is there.",
    "noreply@town.example", "No-Reply", "do.not.reply@town.example", "DoNotReply", "ne-pas-repondre@ville.example",
    "Ne pas répondre", "nepasrepondre", "pas-de-reponse@ville.example", "unattended", "Ne répondez pas", "noreply2@x.example",
    "merci de ne pas répondre à ce message", "Please do not reply to this e-mail.", "Please do not reply.",
    "Please don’t reply to this message", "Replies to this e-mail will not be read.", "This mailbox is not monitored.",
    "Cette adresse n’est pas lue.", "Cette boîte aux lettres n’est pas relevée.", "You cannot reply to this message.",
    "Les réponses à ce courriel ne seront pas lues.", "Ne pas répondre directement à ce courriel",
    "Nobody reads this mailbox.", "Ceci est un message automatique, merci de ne pas y répondre.",
    "Prière de ne pas répondre directement à cet e-mail, merci", "Please do not answer this e-mail",
    "Vous ne pouvez pas répondre à ce message.", "Do not reply to this automated message, it is automatic.",
]  # fmt: skip
OPEN = [
    "Inutile de répondre à ce message, nous vous rappelons demain.",
    "Do not reply to that text message, it is a scam.", "Your mailbox is not monitored by us.", "Votre réponse restera dans le dossier.",
    "Nous lirons votre réponse demain.", "Don’t press the red button.", "Inutile d’utiliser la fonction d’arrêt.",
    "help@town.example", "bonjour@ville.example", "You need not reply before Friday.", "Pas besoin de répondre.",
    "No need to reply: all is well.", "Inutile de répondre avant vendredi.", "If I do not reply by Friday, call me.",
    "Nous ne pouvons pas répondre à cette question aujourd’hui.", "I am sorry, I cannot answer.",
    "Please do not reply before you have tried the box.", "We got no response from the box.", "Je préfère ne pas répondre.",
    "Vous êtes resté sans réponse depuis lundi.", "La ligne ne répond pas.", "Vous ne répondez pas à ma question.",
    "We do not answer the phone on Sunday.", "The door was left unattended by the driver.", "Pour écrire, répondez simplement.",
    "The message was not read by anybody until today.", "Une non-réponse ne vaut pas un refus.",
]  # fmt: skip


@pytest.mark.parametrize("text", SHUT)
def test_a_shut_door_is_recognised(text):
    assert says_do_not_reply(text)


@pytest.mark.parametrize("text", OPEN)
def test_an_open_door_is_left_alone(text):
    assert not says_do_not_reply(text)


def test_the_name_of_a_mailbox_says_so_by_its_words_alone():
    assert says_do_not_reply("Ville de Montbrel – courrier automatique, ne pas répondre ici", is_name=True)
    assert not says_do_not_reply("Ville de Montbrel – la ligne et la boîte", is_name=True)


@given(
    st.sampled_from(["no reply", "do not reply", "ne pas repondre", "ne pas répondre", "pas de réponse", "don t reply"]),
    st.lists(st.sampled_from(["", "-", "_", ".", " ", "--", "'", "’", "\u200b", " - ", "\u00a0"]), min_size=4, max_size=4),
    st.booleans(), st.sampled_from(["", "@town.example", "2@town.example", " (Ville)"]),
)  # fmt: skip
def test_whatever_stands_between_its_words(name, gaps, upper, tail):
    words = name.split(" ")
    written = "".join(word + gap for word, gap in zip(words, [*gaps[: len(words) - 1], ""], strict=True)) + tail
    assert says_do_not_reply(written.upper() if upper else written, is_name=True)


@given(st.text(max_size=300))
def test_any_text_gets_an_answer(text):
    assert says_do_not_reply(text) in {True, False}


def test_a_long_text_is_read_quickly():
    import time

    began = time.process_time()
    says_do_not_reply("ne pas ne pas do not no " * 8_000)
    assert time.process_time() - began < 2
