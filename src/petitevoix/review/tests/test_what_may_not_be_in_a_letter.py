"""Places left to fill in, secrets, things of somebody else: they are found, and what only looks like them is not."""

import pytest

from petitevoix.review.codes import given_away
from petitevoix.review.draft import Known, Person
from petitevoix.review.guards import placeholder, secret, somebody_else

LEFT = [
    "Bonjour {{name}},", "Bonjour [NOM],", "Bonjour <prénom>, oui.", "Votre remboursement de XXX euros est fait.", "TODO: la date",
    "Dear [Customer],", "Dear %(name)s,", "La date : « à compléter ».", "Dear [First Name],", "Le {date} à 9 h", "[insert amount here]",
    "Il viendra le XX/XX/XXXX.", "Bonjour ${prenom}", "[Votre nom]", "À COMPLÉTER", "Dear ,\n\nYes.", "Montant : [à compléter]", "{% name %}",
    "Bonjour __NOM__, merci.", "Bonjour %prenom%, merci.", "Bonjour ****, il est parti.", "Dear FIRSTNAME, it left.", "Dear *|FNAME|*,",
    "Bonjour #PRENOM#, merci.", "Hello @@name@@,", "Votre numéro est le ________.", "Un remboursement de ... € part demain.", "Dear Mr ___,",
    "The total is £XX.", "It comes to $xx.xx.", "Bonjour (prénom), merci.", "Bonjour Monsieur X, merci.", "Bonjour M./Mme ......,",
    "Il passe le JJ/MM à 10 h.", "She comes on DD/MM/YYYY.", "Le xx/xx à 9 h.", "Bonjour ‹nom›, merci.", "Votre dossier n° ???",
    "Délai : à compléter.", "Delivery: tbc", "[À personnaliser]", "[A VOIR AVEC PAUL]", "[check with Paul]", "NOM DU CLIENT, bonjour",
]  # fmt: skip
NOT_LEFT = [
    "Voir [notre page](https://x.example).", "La note [1] le dit.", "Tapez `{{name}}` dans le champ.", "Appuyez sur [OK] puis [Menu].",
    "Votre carte XXXX XXXX XXXX 1234 est valable.", "Le formulaire à compléter est chez vous.", "```\nprint(%(name)s)\n```", "3 < 5 et 7 > 2",
    "Cliquez sur [Adresse] en haut.", "Press [Address] and go on.", "la taille XXL", "Il a dit « bonjour ».", "kisses xxx", "[sic]", "Écrivez la date au format JJ/MM/AAAA.", "Enter the day as DD/MM.", "Bonjour Madame Nomard,",
    "Remplissez la case « à compléter ».", "C'est un **petit** oubli…", "Vraiment ???", "Un mot\n______________\nDenis", "snake_case_name",
    "Hi Naomi,", "Le lieu est [à voir sur place].", "Il coûte 12 €… ou 14 €.", "#name et #nom sont deux mots-dièse.", "50 % nom 50 %",
    "https://x.example/%20name%20/", "Le nom est dans le dossier.", "Mot-clé TODOLIST", "[image001.png]",
]  # fmt: skip
CARD, ACCOUNT = "4111 1111 1111 1111", "FR14 2004 1010 0505 0001 3M02 606"
SECRETS = {
    "card": [f"Votre carte {CARD} a été débitée.", "Card 5500-0055-5555-5559", "Amex 378282246310005.", "4111\u00a01111\u00a01111\u00a01111"],
    "iban": [f"Nous virons sur {ACCOUNT} demain.", "to GB82WEST12345698765432.", "fr1420041010050500013m02606",
        "Contul este RO49 AAAA 1B31 0075 9384 0000.", "CZ65 0800 0000 1920 0014 5399", "MT84 MALT 0110 0001 2345 MTLC AST0 01S",
        "GR16 0110 1250 0000 0001 2300 695", "NO93 8601 1117 947", "TR33 0006 1005 1978 6457 8413 26", "SA0380000000608010167519",
    ],
    "password": [
        "Log in with ana / Tr0ub4dor&3", "Log in with ana/Tr0ub4dor&3", "Connectez-vous avec ana.silva / Lune2026!",
        "Vos identifiants : ana@letters.example / Soleil42", "Login: ana, pass: Moon42!", "Identifiant ana, mdp Lune42",
        "Sign in with ana:Tr0ub4dor&3", "Le code de la boîte à clés est 3971B.",
        "Your new password is “sunflower”; change it soon.",
        "Votre mot de passe est Tulipe42.", "Your password is: sunflower", "Votre code secret est 4821.", "Your one-time code is 558201",
        "Mot de passe provisoire : « Abc-123 »", "The verification code: 112233.", "PIN: 0000",
        "Le code confidentiel de votre carte est 1234.", "Code PUK : 12345678.", "Le mot de passe de votre box est Soleil42.",
        "Your code is 482913", "Your one-time code: 482 913", "Voici votre mot de passe Soleil42.", "The password for your router is Sun42",
        "Votre code : 482913", "482913 is your verification code.", "482 913 est votre code.", "Saisissez le code 482913 sur la page.",
        "I have reset your password to Sun42.", "Votre mot de passe a changé. Nouveau mot de passe de la messagerie : Lune-2041",
        "La clé Wi-Fi de la box est A1B2C3D4E5.", "The Wi-Fi key of your box: 9F3C77AB.", "The PUK for your SIM is 8812 4410.",
        "Votre code wifi : bonjour2026", "Pw: Hunter2!", "Le cryptogramme au dos de la carte est 123.", "CVV: 123", "The gate code is 4821.", "Le code d’accès au portail est le 4821.",
        "Your password will be Tulip7.", "Your new code is now 771 204.", "Enter code 558201.", "Le code pour ouvrir votre compte est 48210.",
    ],
    "asked": [
        "Pouvez-vous m’envoyer votre mot de passe ?", "Please send us your password.", "Donnez-moi le code reçu par SMS.",
        "Quel est votre code secret ?", "Can you tell me the three digits on the back of your card?", "Please send your full card number.",
        "Donnez-moi les trois chiffres au dos de la carte.", "Quel est votre numéro de carte bancaire ?", "Envoyez-moi le code à 6 chiffres reçu par SMS.",
        "Could you tell me the code you received?", "Please confirm your PIN.",
    ],
}  # fmt: skip
NO_SECRETS = [
    "Log in at my.lefil.example/account2026 to see it.", "Connectez-vous sur lefil.example / rubrique Factures 2026",
    "Log in with your e-mail address and the password you chose.", "Connectez-vous avec Firefox / Chrome120.",
    "Votre identifiant client est C-88120.", "Connectez-vous entre 8h / 18h30.", "Your username is ana.silva.",
    "Log in with the reference PV-7K3F9Q / C-88120.", "Sign in with ana@letters.example, then open Bills.",
    "Ne donnez à personne les trois chiffres au dos de la carte.", "Tell me whether the card number is right.", "We never ask for a full card number.",
    "Pouvez-vous me donner les quatre derniers chiffres du numéro de série ?", "Please send us the order number.", "Saisissez sur la page le numéro de carte.",
    "The page says that your password is “incorrect”, try again.", "Le mot de passe est « trop court », dit la page.",
    "Votre mot de passe peut être changé sur votre page.", "Nous ne vous demanderons jamais votre mot de passe.", "Never share your password.",
    "Ne donnez votre code secret à personne.", "Choisissez un nouveau mot de passe.", "Your password is safe with you.",
    "Le mot de passe est celui qui est écrit sous la box.", "Saisissez le code reçu par SMS sur la page.", "Le code postal est 75011.",
    "Le code erreur : 4032.", "Colis 4111111111111111 en route.", "SIRET 732 829 320 00074", "Le numéro 4111 1111 1111 1112 n’est pas valable.",
    "Notre IBAN : FR76 3000 6000 0112 3456 7890 189.", "IMEI 490154203237518", "Appelez le 01 44 55 66 77 ou le 06 11 22 33 44.",
    "Votre code postal est 44000.", "Your postal code is 44000.", "Le code promo est MAI2026.", "Your promo code: 202610.", "Error code 404.",
    "The error code is 50012.", "Le code de l’erreur est 50012.", "Code d’erreur : 4032", "Votre commande est la 883122.", "Order code: 883122",
    "Change your password in your account.", "Votre mot de passe a 12 caractères.", "Your password is 8-16 characters long.", "Code 404.",
    "The PIN has 4 digits.", "Le code PIN est à 4 chiffres.", "Your 6-digit code is on the card.", "Mot de passe oublié : 3900.",
    "Your password for 2026 is valid until May.", "Pour changer votre mot de passe : https://compte.example/mdp?id=4711",
    "Votre mot de passe Office365 reste le même.", "Your code is 10% off.", "Your code 2026 gives you 10% off.", "Code client : 883122",
    "Le code de la commande est 883122.", "The country code is 0033.", "Le code article est 48210.", "Le code de suivi : 883122",
    "Le code que nous avons envoyé est valable 10 minutes.", "Your code is valid for 2026.", "Votre code est arrivé le 12 05 2026.",
    "Mot de passe : 01 44 55 66 77, demandez Denis.", "pin 12 of the connector", "The code of conduct is 12 pages long.", "Sort code: 404784",
    "RO49 AAAA 1B31 0075 9384 0001", "ZZ49 AAAA 1B31 0075 9384 0000", "Le mot de passe a été changé le 12/05/2026.",
    "Wi-Fi: the password is on the label.", "FR14 2004 1010 0505 0001 3M02 607", "Entre le 12/05/2026 et le 13/06/2026, 1 234 567 890 fois.",
]  # fmt: skip


@pytest.mark.parametrize("words", LEFT)
def test_a_place_left_to_fill_in_stops_the_letter(case, words):
    [finding] = placeholder.look(case(words))
    assert finding.blocks
    assert finding.confirmable
    assert finding.spans


@pytest.mark.parametrize("words", NOT_LEFT)
def test_links_notes_buttons_and_code_are_no_places(case, words):
    assert list(placeholder.look(case(words))) == []


@pytest.mark.parametrize(("kind", "words"), [(kind, words) for kind, every in SECRETS.items() for words in every])
def test_a_secret_stops_the_letter_and_is_not_told_again(case, kind, words):
    [finding] = secret.look(case(words))
    assert (finding.facts["kind"], finding.blocks, finding.confirmable) == (kind, True, True)
    [(start, end)] = finding.spans
    if kind != "asked":
        assert words[start:end] not in str(finding.as_json())
        assert any(sign.isdigit() for sign in words[start:end]) or "sunflower" in words[start:end]


@pytest.mark.parametrize("words", NO_SECRETS)
def test_what_only_looks_like_a_secret_is_left_alone(case, words):
    assert list(secret.look(case(words))) == []


def test_each_secret_of_a_letter_is_found_and_nothing_around_it():
    words = (
        "le code confidentiel de votre carte est 1234. code puk : 12345678. le mot de passe de votre box est soleil42."
    )
    assert [words[start:end] for start, end in given_away(words)] == ["1234", "12345678", "soleil42"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Votre dossier PV-234567 est clos.", "PV-234567"),
        ("J’ai écrit à chloe.martin@letters.example.", "chloe.martin@letters.example"),
        ("We will write to bruno@orange.example.", "bruno@orange.example"),
    ],
)
def test_a_reference_or_an_address_of_another_stops_the_letter(case, words, found):
    [finding] = somebody_else.look(case(words))
    [(start, end)] = finding.spans
    assert (words[start:end], finding.severity, finding.confirmable) == (found, "stop", True)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Bonjour Chloé,\n\nVotre box est réparée.", "Chloé"),
        ("Dear Mr Martin,\n\nYour box is mended.", "Martin"),
        ("Bonjour Ana,\n\nLa box de Madame Lefèvre est réparée.", "Lefèvre"),
        ("Le numéro de série ZZ-99999 est couvert.", "ZZ-99999"),
        ("La commande n° C-77001 est partie.", "C-77001"),
        ("Je vous appelle au 06 99 88 77 66.", "06 99 88 77 66"),
    ],
)
def test_another_name_or_number_is_shown(case, words, found):
    [finding] = somebody_else.look(case(words))
    assert finding.severity == "warn"
    assert found in [words[start:end].removeprefix("Mr ") for start, end in finding.spans]


@pytest.mark.parametrize(
    "words",
    [
        "Bonjour ANA,\n\nOui.", "Bonjour Madame Silva,\n\nOui.", "Bonjour,\n\nOui.", "Madame, Monsieur,\n\nOui.", "Hello there,\n\nYes.",
        "Dear all,\n\nYes.", "Votre dossier PV-7K3F9Q suit son cours.", "Écrivez à help@house.example ou à denis@house.example.",
        "Écrivez à contact@voisins.example.", "La box BX-20417, commande C-88120, au 06 11 22 33 44.", "au +33 6 11 22 33 44",
        "Madame Durand, notre technicienne, passera mardi.", "Numéro de série : BX 20417 ? Non, BX-20417.", "Monsieur le Maire a signé.",
        "Appelez le 01 44 55 66 77.", "Bonjour Madame la Directrice,\n\nOui.", "Bonjour Mme Silva, et merci,\n\nOui.", "Dr. Moreau a signé.",
        "Mme Lenoir vous appellera demain.", "Mrs Lennon will call you tomorrow.",
    ],
)  # fmt: skip
def test_what_belongs_to_this_person_and_to_us_is_left_alone(case, words):
    assert list(somebody_else.look(case(words))) == []


def test_what_was_looked_up_and_is_anothers_is_found_however_it_is_written(case):
    known = Known(others=["Bruno Petit", "SN 4471-B", "02 11 22 33 44"])
    found = list(somebody_else.look(case("Comme Bruno Petit : SN4471B, tél. 02.11.22.33.44.", known=known)))
    assert [finding.severity for finding in found] == ["stop", "warn"]
    assert [len(finding.spans) for finding in found] == [2, 1]


def test_what_another_was_sent_is_still_theirs_and_what_several_were_sent_is_nobodys(case):
    ours, words = "Écrivez à eaux@commune.example.", "Écrivez à eaux@commune.example."
    assert [f.severity for f in somebody_else.look(case(words, standard=[ours]))] == ["stop"]
    assert list(somebody_else.look(case(words, standard=[ours, ours]))) == []


def test_a_namesake_is_no_stranger(case):
    assert list(somebody_else.look(case("Bonjour Ana,\n\nOui.", known=Known(others=["Ana Moreno"])))) == []
    assert list(somebody_else.look(case("Bonjour Alex,\n\nOui.", person=Person("Alexandre Petit")))) == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Bonjour Al,\n\nOui.", "Al Roy"), ("Hello Al,\n\nYes.", "Al Roy"), ("Hi AL!\n\nYes.", "al roy"), ("Dear Ms Ng,\n\nYes.", "Mai Ng"),
        ("Bonjour Madame Ly,\n\nOui.", "Thi Ly"), ("Hello Jo,\n\nYes.", "Joanne Roy"), ("Bonjour Li,\n\nOui.", "Li Na"), ("Bonjour Lé,\n\nOui.", "Lé Roy"),
        ("Hello,\n\nMr Wu, your box is mended.", "Wu Bo"), ("Bonjour El Amrani,\n\nOui.", "Karim El Amrani"), ("Hello Ben,\n\nYes.", "Ben Roy"),
        ("Hello Jo-Ann,\n\nYes.", "Jo Roy"), ("Bonjour 李明,\n\nOui.", "李明"),
    ],
)  # fmt: skip
def test_a_short_name_is_a_name(case, words, name):
    assert list(somebody_else.look(case(words, person=Person(name, language="fr")))) == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Bonjour Al,\n\nOui.", "Bo Roy"), ("Hello Jo,\n\nYes.", "Al Roy"), ("Hello Alice,\n\nYes.", "Al Roy"), ("Dear Mr Wu,\n\nYes.", "Mai Ng"),
        ("Bonjour El Fassi,\n\nOui.", "Karim El Amrani"), ("Dear Mr Van Dyck,\n\nYes.", "Jan van Eyck"), ("Bonjour Ed,\n\nOui.", "Alfred Roy"),
    ],
)  # fmt: skip
def test_another_short_name_is_another(case, words, name):
    [finding] = somebody_else.look(case(words, person=Person(name, language="fr")))
    assert finding.severity == "warn"
