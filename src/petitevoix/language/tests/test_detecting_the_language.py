import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from py3langid import langid

from petitevoix.language.detect import KNOWN, _identifier, language_of

FRENCH = [
    "Bonjour", "Merci beaucoup", "ok merci", "oui", "j ai pas internet", "mon tel marche plus", "Ça ne marche toujours pas !", "Où est mon colis ?", "svp rappelez moi", "C’est réglé, merci.",
    "Bonjour, la box clignote en orange depuis ce matin et je n'ai plus de téléphone.", "Je souhaite résilier mon contrat au 1er mai.", "facture de mars", "d'accord", "Bonsoir Madame",
    "livraison demain ?", "BONJOUR JE N'AI PAS REÇU MON REMBOURSEMENT", "aucune réponse de votre part depuis trois semaines",
]  # fmt: skip
ENGLISH = [
    "hello", "Thanks", "Thank you so much!", "yes please", "whats wrong with my bill", "Is it broken?", "still nothing", "My parcel never came.", "I'd like to cancel my contract from 1 May.",
    "The router has been flashing orange since this morning and the phone is dead.", "can you call me back", "WHERE IS MY REFUND", "It doesn’t work.", "please help", "Any news?", "no",
]  # fmt: skip
OTHERS = {
    "de": "Guten Tag, das Gerät funktioniert seit gestern nicht mehr. Was soll ich tun?",
    "es": "Buenos días, el aparato no funciona desde ayer. ¿Qué debo hacer?",
    "it": "Buongiorno, l'apparecchio non funziona da ieri. Che cosa devo fare?",
    "pt": "Bom dia, o aparelho não funciona desde ontem. O que devo fazer?",
    "nl": "Goedendag, het toestel werkt sinds gisteren niet meer. Wat moet ik doen?",
    "pl": "Dzień dobry, urządzenie nie działa od wczoraj. Co mam zrobić?",
    "ru": "Добрый день, прибор не работает со вчерашнего дня. Что мне делать?",
    "ar": "مرحبا، الجهاز لا يعمل منذ أمس. ماذا أفعل؟",
    "zh": "您好，设备从昨天开始就不能用了。我该怎么办？",
    "ja": "こんにちは。昨日から機械が動きません。どうすればいいですか。",
    "ko": "안녕하세요. 어제부터 기기가 작동하지 않습니다. 어떻게 해야 하나요?",
    "tr": "Merhaba, cihaz dünden beri çalışmıyor. Ne yapmalıyım?",
    "vi": "Xin chào, thiết bị không hoạt động từ hôm qua. Tôi phải làm gì?",
    "el": "Καλημέρα, η συσκευή δεν λειτουργεί από χθες. Τι να κάνω;",
}


@pytest.mark.parametrize("text", FRENCH)
def test_french_is_told_from_english(text):
    assert language_of(text, hint="en") == "fr"


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_told_from_french(text):
    assert language_of(text, hint="fr") == "en"


@pytest.mark.parametrize(("language", "text"), OTHERS.items())
def test_other_languages_have_their_own_code(language, text):
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text", ["", "   ", "12345", "👍", "SN-442-118", "https://example.org/the/bill", "ana@example.org", "Livebox"]
)
def test_a_text_that_tells_nothing_takes_the_hint_then_french(text):
    assert language_of(text, hint="en") == "en"
    assert language_of(text, hint="en-GB") == "en"
    assert language_of(text) == "fr"


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text_has_a_language(text):
    assert 2 <= len(language_of(text)) <= 3


def test_the_model_is_not_loaded_before_it_is_needed():
    code = "import sys, petitevoix.language.detect; sys.exit('numpy' in sys.modules or 'py3langid' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.fixture(scope="module")
def untouched():
    whole = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
    whole.set_languages(KNOWN)
    return whole


@pytest.mark.parametrize("text", [*FRENCH, *ENGLISH, *OTHERS.values()])
def test_the_model_folded_small_says_what_the_whole_one_says(untouched, text):
    assert _identifier().classify(text) == untouched.classify(text)


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_the_model_folded_small_says_so_of_any_text(untouched, text):
    assert _identifier().classify(text) == untouched.classify(text)
