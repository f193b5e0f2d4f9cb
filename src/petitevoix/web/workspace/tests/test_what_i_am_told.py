"""What I am told: chosen on a page of one's own."""

from tests.cast import make_advisor

PAGE = "/desk/settings/told/"


def test_an_advisor_hears_of_mentions_and_of_cases_given_to_them_and_chooses_otherwise(desk, denis):
    page = desk.get(PAGE).content.decode()
    assert page.count("checked") == 2
    assert desk.post(PAGE, {"of": ["mine", "followed"]}).url == PAGE
    denis.refresh_from_db()
    assert denis.told_of == ["mine", "followed"]
    desk.post(PAGE)
    denis.refresh_from_db()
    assert denis.told_of == []


def test_what_there_are_no_letters_about_is_refused(desk, denis):
    assert desk.post(PAGE, {"of": ["weather"]}).status_code == 422
    assert denis.told_of == ["mentions", "handed"]


def test_strangers_choose_nothing_and_readers_do(client, db):
    assert client.post(PAGE).status_code == 302
    client.force_login(make_advisor("Iris", "keeper"))
    assert "Answering from there" not in client.get(PAGE).content.decode()
