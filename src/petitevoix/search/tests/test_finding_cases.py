"""A case is found by anything that was said in it, in French and in English, by whoever may see it and nobody else."""

from datetime import timedelta

import pytest

from petitevoix.cases.actions.assigning import assign
from petitevoix.cases.actions.noting import note
from petitevoix.cases.actions.receiving import Arrival, File, receive
from petitevoix.cases.actions.tagging import tag
from petitevoix.cases.models import Case
from petitevoix.kit import clock
from petitevoix.people.models import Team
from petitevoix.search import finding, matching
from petitevoix.search.following import catch_up
from petitevoix.search.snippets import snippets
from petitevoix.search.suggesting import suggest
from tests.cast import make_advisor, reply


def found(text, by) -> list[int]:
    catch_up()
    return list(finding.find(text, by=by).cases)


def arrive(words="", title="A question", sender="ana@letters.example", name="Ana Ferreira", **more) -> Case:
    return receive(
        Arrival(channel="email", sender=sender, sender_name=name, title=title, words=words, **more), by="mail"
    ).case


def test_it_is_found_by_words_of_different_messages(case, denis):
    reply(case, by=denis, words="The router was mended on Tuesday morning.", then="pending")
    assert found("router happened", denis) == [case.pk]
    assert found("ferreira mended", denis) == [case.pk]
    assert found("router nothing", denis) == []


def test_it_is_found_by_title_reference_person_note_and_name_of_a_file(case, denis):
    note(case, by=denis, words="Probably lightning.")
    arrive(files=[File("Contrat fibre.zip", "application/zip", b"PK")], words="See there")
    for words in (
        "my line",
        case.reference,
        case.reference.lower(),
        case.reference[3:7],
        "ana@letters.example",
        "lightning",
    ):
        assert case.pk in found(words, denis), words
    assert len(found("contrat fibre", denis)) == 1


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Vos réparations ont été faites", "réparation"),
        ("Vos réparations ont été faites", "reparation"),
        ("La ligne est réparée", "reparations"),
        ("Une reparation sans accents", "réparations"),
        ("La ligne a été facturée", "facturee"),
        ("Une réparation", "reparees"),
        ("La ligne est bloquee", "bloqué"),
        ("L’été dernier", "ete"),
        ("Je veux un remboursement", "remboursements"),
        ("J’ai été remboursée", "remboursement"),
        ("Mon cœur", "coeur"),
        ("Two boxes were installed", "box install"),
        ("The invoices", "invoice"),
        ("Écrivez à Jean.Dupont@exemple.fr", "jean.dupont@exemple.fr"),
        ("Le numéro 0612345678", "0612345678"),
        ("Приветствие друзья", "приветствие"),
    ],
)
def test_stems_meet_in_both_languages_and_accents_are_optional(said, asked, denis, data, outbox):
    case = arrive(said)
    assert found(asked, denis) == [case.pk]


def test_the_last_word_may_be_unfinished_where_a_case_is_called_so(case, denis):
    assert found("ana ferr", denis) == [case.pk]


def test_exact_words_stand_behind_one_another(case, denis):
    assert found('"works again"', denis) == [case.pk]
    assert found('"again works"', denis) == []
    assert found("« works again »", denis) == [case.pk]
    assert found('tuesday -"works again"', denis) == []
    assert found('tuesday -"again works"', denis) == [case.pk]


def test_what_is_not_wanted_is_left_out(case, denis, outbox):
    other = arrive("The box is broken", sender="bruno@letters.example", name="Bruno Lacombe")
    assert found("box", denis) == [other.pk, case.pk]
    assert found("box -tuesday", denis) == [other.pk]
    assert found("-tuesday", denis) == [other.pk]
    assert found("box -from:bruno", denis) == [case.pk]


def test_operators_narrow(case, denis, esther, line, bills, outbox):
    other = arrive("The box is broken", sender="bruno@letters.example", name="Bruno Lacombe", team=bills,
                   files=[File("a.png", "image/png", b"x")], door="bills@desk.example")  # fmt: skip
    assign(case, advisor=denis, team=line, by=denis)
    for text, expected in [
        ("from:ana", case), ("de:ferreira", case), ("from:bruno@letters.example", other), ("box team:bills", other),
        ('équipe:"line and box"', case), ("equipe:line", case), ("is:mine", case), ("advisor:me", case),
        ("conseiller:Denis", case), ("is:unassigned", other), ("advisor:nobody", other), ("has:file", other),
        ("-has:file", case), ("to:bills", other), ("to:help@desk.example", case), ("box -team:bills", case),
    ]:  # fmt: skip
        assert found(text, denis) == [expected.pk], text
    assert set(found("is:open", denis)) == {case.pk, other.pk}
    assert found("is:closed", denis) == []
    assert found("team:nowhere", denis) == []
    tag(case, by=denis, add=["Réparation"])
    assert (found("tag:reparation", denis), found("tag:nothing", denis)) == ([case.pk], [])
    assert found("étiquette:réparation box", denis) == [case.pk]
    assert case.pk not in found("-tag:reparation box", denis)
    assert found("after:today is:open", denis) == found("is:open", denis)
    assert found("before:today is:open", denis) == []
    assert found("avant:01/01/2020 box", denis) == []


def test_what_is_no_operator_is_words(denis, data, outbox):
    case = arrive("See https://example.org/page and note: call back")
    assert found("note:call", denis) == [case.pk]
    assert found("https://example.org/page", denis) == [case.pk]


def test_a_date_that_is_none_gets_one_sentence(case, denis):
    catch_up()
    answer = finding.find("box before:yesterdayish", by=denis)
    assert not answer.cases
    assert answer.asked.mistakes == ["“yesterdayish” is no date; write it as 2026-03-31, 31/03/2026 or 2026."]


def test_words_taken_back_are_found_no_more(case, denis):
    from petitevoix.cases.actions.replying import take_back

    message = reply(case, by=denis, words="A most unfortunate platypus.", then="pending")
    assert found("platypus", denis) == [case.pk]
    take_back(message, by=denis)
    assert found("platypus", denis) == []


def test_the_newest_words_come_first_and_being_called_so_counts(denis, data, outbox):
    now = clock.now()
    old = arrive("It is slow", title="Fibre", at=now - timedelta(days=30))
    new = arrive("The fibre is slow", title="Speed", at=now - timedelta(days=2))
    ancient = arrive("It was", title="Fibre", at=now - timedelta(days=1500))
    assert found("fibre", denis) == [old.pk, new.pk, ancient.pk]


def test_a_private_team_is_hidden_in_results_snippets_and_suggestions(case, denis, esther, bruno, outbox):
    secret = Team.objects.create(name="Secret matters", is_private=True)
    member = make_advisor("Iris", "advisor", secret)
    hidden = arrive(
        "A zebra at night", title="Zebra crossing", sender="zoe@hidden.example", name="Zoé Zebra", team=secret
    )
    for text in ("zebra", "from:zoe", 'team:"secret matters"', '"zebra at night"', hidden.reference, "-nothing zebra"):
        assert found(text, denis) == [], text
        assert found(text, member) == [hidden.pk], text
        assert found(text, esther) == [hidden.pk], text
    assert suggest("zeb", by=denis) == ([], [])
    assert [p.name for p in suggest("zeb", by=member).persons] == ["Zoé Zebra"]
    assert [c.pk for c in suggest("zeb", by=member).cases] == [hidden.pk]
    assert hidden.pk not in found("-nothing", denis)


def test_looking_has_an_end_and_goes_on_from_there(denis, data, outbox, monkeypatch):
    now = clock.now()
    cases = [arrive("The same words", at=now - timedelta(days=40 * n)) for n in range(12)]
    catch_up()
    monkeypatch.setattr(matching, "SMALL_HOUSE", 3)
    monkeypatch.setattr(matching, "FIRST_SHELF", 1)
    monkeypatch.setattr(finding, "BUDGET", 0.0)
    monkeypatch.setattr(matching, "BUDGET", 0.0)
    seen, below, pages = [], None, 0
    while pages == 0 or below is not None:
        page = finding.find("same words", by=denis, below=below, most=2)
        seen += page.cases
        below, pages = page.below, pages + 1
        assert pages < 400
    assert seen == [case.pk for case in cases]


def test_snippets_show_the_best_words_marked(case, denis):
    catch_up()
    asked = finding.find("happens boxes", by=denis).asked
    snippet = snippets([case.pk], asked)[case.pk]
    assert [piece.text for piece in snippet.pieces if piece.is_marked] == ["box", "happened", "happen"]
    assert snippet.voice == "person"
