"""A reason is given by a cause, not by a courtesy or a moment that begins like one."""

import time

import pytest

from petitevoix.language.why import explains

COURTESIES = [
    "Suite à votre message, nous l’avons rétablie.", "Faisant suite à votre demande du 3 mai, la ligne est rétablie.", "Suite à notre échange, c’est fait.",
    "Notre technicien vient de passer.", "Nous venons de rétablir la ligne.", "Elle vient d’être réparée.", "Il vient de vous appeler.",
    "Je viens de la remettre en service.", "Comme vous le demandez, la ligne est rétablie.", "Comme vous l’avez souhaité, c’est réparé.",
    "Comme nous vous l’avions promis, elle marche.", "It has been working again since Monday.", "It works since yesterday.", "It works since last week.",
    "It has worked since 12 May.", "It works since our technician came.", "Thanks to your message, it is mended.", "As you asked, it is mended.",
    "As we promised, your line is back.", "As soon as we can, we will write.", "He is due to come on Monday.", "As you requested, the sum is back.",
    "It has worked since your call.", "La ligne vient d’arriver au bout.", "As you know, your line is back.",
]  # fmt: skip
CAUSES = [
    "Suite à un orage, la ligne a été coupée.", "Cela vient d’un câble coupé.", "It failed since the router was wet.", "À cause de la pluie.",
    "Because the cable was cut.", "It is due to a storm.", "En raison de travaux.", "La panne vient de notre réseau.", "Le bruit vient de la mer.",
    "Cela vient du chantier.", "La coupure provient de la rue Haute.", "Comme votre carte était expirée, le paiement a échoué.",
    "Comme la ligne était coupée, rien ne passait.", "As the line was cut, nothing worked.", "As your card had expired, it was refused.",
    "As it was wet, it failed.", "Since your card had expired, it was refused.", "Suite à votre déménagement, la ligne a changé.",
    "Suite à une panne du central, tout est tombé.", "Suite à votre message, nous l’avons rétablie : un câble était coupé à cause de travaux.",
    "Le retard venait de l’atelier.", "Cela vient de votre boîtier.", "Since Monday it is mended; it failed because of a worn cable.",
]  # fmt: skip


@pytest.mark.parametrize("words", COURTESIES)
def test_a_courtesy_and_a_moment_are_no_reason(words):
    assert not explains(words)


@pytest.mark.parametrize("words", CAUSES)
def test_a_cause_is_one(words):
    assert explains(words)


@pytest.mark.parametrize(
    "piece", ["vient de la ", "comme vous ", "since the a ", "as we have ", "suite à votre ", "a ", "as the a a "]
)
def test_a_long_text_is_read_quickly(piece):
    explains(piece)
    began = time.process_time()
    explains(piece * (100_000 // len(piece)))
    assert time.process_time() - began < 1
