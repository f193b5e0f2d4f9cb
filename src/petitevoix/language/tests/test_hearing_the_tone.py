"""What is turned on the reader is heard; anger, curses on things and other people's words are not taken for it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from petitevoix.language import encoder
from petitevoix.language.tone import CALM, Tone, read

INSULTS = [
    "Vous êtes une bande d'incapables.", "Espèce de connard !", "t'es vraiment trop con", "Allez vous faire foutre",
    "Ferme ta gueule.", "You people are useless morons.", "You absolute muppet", "Are you stupid or what?", "Fuck off",
    "Vous êtes un menteur et un lâche.", "You are a waste of space.", "Quelle bande de guignols.",
    "On devrait vous interner avec les autres cinglés.", "Ferme-la et rembourse.", "Vous devriez avoir honte d'exister.",
    "Typical dumb blonde on the phone.", "Is there a brain in that head?", "You write like a toddler.", "Vous êtes laide.",
    "Vous n'êtes qu'une idiote.", "Je dis que vous êtes un abruti.", "You're not just an idiot, you're a liar.",
]  # fmt: skip
DISGUISED = [
    "c0nnard", "F*CK YOU", "fck u", "e n c u l é", "CONNAAAARD", "fdp", "ntm", "espèce d'abr*ti", "1d10t!", "m o r o n",
    "vous etes des debiles", "tu es un connadr", "es\u00adpèce de con\u200bnard",
]  # fmt: skip
THREATS = [
    "Je sais où vous habitez.", "Je vais vous retrouver et vous casser la gueule.", "I know where you work.",
    "I'll come and smash your face", "Tu vas crever.", "I hope you die.", "Je viens demain avec une batte.",
    "Vous mériteriez qu'on vous jette du balcon.", "Attendez-moi à la sortie, vous allez voir.",
    "Watch your back.", "Je vais poser une bombe dans vos locaux.", "kys",
]  # fmt: skip
SEXUAL = [
    "T'as une voix de salope, tu suces ?",
    "What are you wearing, sweetheart?",
    "Montre tes seins",
    "Send me nudes",
]
HATE = [
    "Sale feuj.", "Sale arabe", "Rentre dans ton pays, bougnoule.", "Muslims are vermin.", "Go back to your own country.",
    "Les migrants sont des parasites.", "Mort aux juifs", "Il faudrait expulser tous les Roms.",
    "Les réfugiés sont gentils. On devrait les exterminer.",
]  # fmt: skip
ANGER = [
    "Cette putain de box est encore en panne !", "C'est de la merde votre appli.", "This bloody box!", "Your service is shit.",
    "I will take you to court.", "Je vais saisir le tribunal.", "I'll report you to the ombudsman.",
    "I'll leave you for a competitor.", "Vous allez entendre parler de mon avocat.", "Je vais porter plainte contre vous.",
    "C'est une honte, quarante minutes d'attente.", "You lied to me about the date.", "Vous vous moquez de moi ?",
    "La chaudière va exploser.", "This waiting is killing me.", "Vous êtes incapables de me donner une date.",
]  # fmt: skip
IN_PUBLIC = [
    "Je vais vous massacrer sur les réseaux.", "Je vais vous démolir dans les avis Google.", "I'll destroy you on Trustpilot.",
    "I will bury you in one-star reviews.", "On va vous éclater aux prud'hommes.", "I'll roast you on Reddit.",
    "I will kill you in the small claims court.", "You will pay for this: I have written to the ombudsman.",
    "Vous allez me le payer, j'ai saisi le médiateur.", "Je vais exploser.",
]  # fmt: skip
TOLD = [
    "Your colleague called me an idiot.", "Votre collègue m'a traité de connard.", "Il m'a dit « ferme ta gueule ».",
    "The driver told me to fuck off.", 'He shouted "go back to your country" at my wife.',
    "Votre agent m'a menacé : « je sais où vous habitez ».", "Vous me prenez pour un idiot ?", "Do you think I'm stupid?",
]  # fmt: skip
DENIED = [
    "Madame, vous n'êtes pas idiote, relisez ma facture.", "Je ne dis pas que vous êtes idiote, mais relisez.",
    "Tu n'es pas un imbécile, tu vois bien que ça ne marche pas.", "Vous n'êtes pas des voleurs, mais ces frais sont injustes.",
    "You are not an idiot, so please read the bill.", "I don't think you are stupid, just overworked.",
    "You aren't idiots over there.", "Nobody says you're crooks.",
]  # fmt: skip
ONESELF = ["I'm an idiot, I forgot.", "Je suis con, la prise était débranchée.", "Quel imbécile je fais."]
GROUPS = [
    "Je suis musulman, y a-t-il un repas halal ?", "Do you serve refugees?", "Les trans ne méritent pas de mourir.",
    "Traiter les femmes de parasites est inadmissible.", "Votre guichet n'est pas accessible aux handicapés.",
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        *((text, "insult") for text in INSULTS + DISGUISED),
        *((text, "threat") for text in THREATS),
        *((text, "sexual") for text in SEXUAL),
        *((text, "hate") for text in HATE),
    ],
)
def test_what_is_turned_on_the_reader_is_heard(text, kind):
    tone = read(text)
    assert tone.abusive
    assert kind in tone.kinds


@pytest.mark.parametrize("text", ANGER + IN_PUBLIC + TOLD + DENIED + ONESELF + GROUPS)
def test_anger_other_peoples_words_and_mere_names_are_not(text):
    assert not read(text).abusive


@pytest.mark.parametrize(
    "text",
    [
        "I'll kill you, I found you on Facebook.",
        "I'll destroy you on Trustpilot and then break your legs.",
        "Je sais où vous habitez, je vous ai vu sur Instagram, je vais vous massacrer.",
        "Je vais vous massacrer, bande de connards, sur les réseaux.",
        "You will pay for this with your teeth, whatever your lawyer says.",
        "I hope you choke under that headset, sweetheart.",
    ],
)
def test_what_is_said_in_public_hides_no_blow_and_no_insult(text):
    assert read(text).abusive


@pytest.mark.parametrize("text", ["You are useless.", "You'll regret this.", "Vous êtes nuls.", "On va se retrouver."])
def test_one_blunt_word_to_somebody_is_heard(text):
    assert read(text).abusive


@pytest.mark.parametrize(
    "text",
    [
        "You have been useless so far.", "This form is useless.", "Your service is pathetic.", "You'll regret losing me.",
        "On va se retrouver sans chauffage.", "Votre délai est nul.", "Vous allez regretter un bon client.",
    ],
)  # fmt: skip
def test_the_same_word_about_a_thing_is_a_complaint(text):
    assert not read(text).abusive


def test_without_an_encoder_words_alone_are_heard(monkeypatch):
    monkeypatch.setattr(encoder, "meanings", lambda sentences: None)
    assert read("You have the brain of a pigeon, you bunch of bunglers.").abusive
    assert not read("My order has not come, what can I do?").abusive


def test_what_was_heard_is_shown_where_it_stands():
    text = "Bonjour,\n\nma ligne est coupée. Vous êtes une bande d’incapables, vraiment."
    (span,) = read(text).spans
    assert "incapables" in text[slice(*span)]
    assert "ligne" not in text[slice(*span)]


def test_an_insult_after_what_somebody_else_said_is_heard_in_its_own_sentence():
    assert read("Votre collègue m'a traité de menteur. Espèce de connard.").abusive


def test_a_whole_text_in_quotation_marks_is_its_writers_own():
    assert read("« Espèce de connard »").abusive


def test_a_text_without_words_is_calm():
    assert read(" \n\t ") == CALM == Tone(False, 0.0, (), ())


PIECES = st.sampled_from(["vous êtes", "connard", "you", "f*ck", "c o n", "🖕", "ﬁ", "İ", "e\u0301", "«", "»", "\n\n", "les musulmans", "them", "!", "***", "aaaa"])  # fmt: skip


@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=12).map(" ".join)))
def test_any_text_is_read_the_same_twice_and_spans_lie_within_it(text):
    tone = read(text)
    assert tone == read(text)
    assert 0 <= tone.score <= 1
    assert all(0 <= start < end <= len(text) for start, end in tone.spans)
    assert tone.abusive == bool(tone.kinds)


@pytest.mark.parametrize(
    "text",
    ["vous êtes " * 2_000, "a" * 20_000, "you are a " * 2_000, "les femmes sont " * 1_500, "* " * 9_000, "f*" * 9_000],
)
def test_a_long_text_is_read_in_a_moment(text):
    read("warm")
    began = time.process_time()
    read(text)
    assert time.process_time() - began < 3


@pytest.mark.parametrize(
    "text",
    [
        "Même un bigorneau aurait compris avant vous.",
        "Even a hamster would answer better than you.",
        "Que le bus qui vous ramène finisse dans le ravin.",
    ],
)
def test_what_no_rule_foresaw_is_heard_in_its_sentence(text):
    tone = read("Bonjour. " + text)
    assert tone.abusive
    assert tone.spans == ((9, 9 + len(text)),)


@pytest.mark.parametrize(
    "text",
    ["A toaster has more buttons than this oven.", "I could murder a curry.", "Nous nous reverrons au tribunal."],
)
def test_the_second_ear_leaves_things_and_idioms_alone(text):
    assert read(text) == CALM or not read(text).abusive
