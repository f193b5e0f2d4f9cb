"""A draft is shown to colleagues while it is written, and one of them takes it over; never sent twice."""

import pytest
from django.test import Client

from petitevoix.cases.actions.drafting import keep_draft
from petitevoix.cases.actions.sharing import share, take_over, unshare
from petitevoix.cases.models import Attachment, Draft
from petitevoix.cases.refusals import Refused
from petitevoix.journal.models import Whisper
from tests.cast import make_advisor, reply

WORDS = "A digger cut the cable, because nobody had marked it; it is mended."


@pytest.fixture
def base(case) -> str:
    return f"/desk/cases/{case.reference}/"


@pytest.fixture
def as_esther(esther) -> Client:
    browser = Client()
    browser.force_login(esther)
    return browser


def own(case, advisor) -> Draft:
    return Draft.objects.get(case=case, advisor=advisor)


def test_nobody_reads_a_draft_that_is_not_shared(case, base, denis, as_esther):
    keep_draft(case, by=denis, mode="reply", words=WORDS)
    assert WORDS not in as_esther.get(base).content.decode()


def test_a_shared_draft_stands_beside_where_a_colleague_writes_and_follows_the_pen(case, base, desk, denis, as_esther):
    keep_draft(case, by=denis, mode="reply", words="A digger")
    desk.post(base + "draft/sharing/")
    assert "Denis is writing this and shares it" in as_esther.get(base).content.decode()
    Whisper.objects.all().delete()
    known = own(case, denis).changed_at
    keep_draft(case, by=denis, mode="reply", words=WORDS, known=known)
    assert Whisper.objects.get().facts["advisor"] == denis.pk
    assert WORDS in as_esther.post(base + "presence/", {"doing": "reading"}).content.decode()
    assert WORDS not in str(Whisper.objects.values_list("facts", flat=True))
    desk.post(base + "draft/sharing/ending/")
    assert WORDS not in as_esther.get(base).content.decode()
    assert own(case, denis).words == WORDS


def test_without_a_script_the_words_come_along(case, base, desk, denis):
    desk.post(base + "draft/sharing/", {"words": WORDS})
    assert (own(case, denis).words, own(case, denis).shared_at is None) == (WORDS, False)


def test_a_colleague_takes_it_over_below_their_own_words_and_once(case, base, denis, esther, as_esther, data):
    keep_draft(case, by=denis, mode="reply", words=WORDS)
    Attachment.objects.create(draft=own(case, denis), name="map.png", media_type="image/png", size=3, sha256="0" * 64)
    number = share(case, by=denis).pk
    keep_draft(case, by=esther, mode="reply", words="Hello Ana,")
    for _ in range(2):
        as_esther.post(base + f"draft/sharing/{number}/taking/")
    assert own(case, esther).words == f"Hello Ana,\n\n{WORDS}"
    assert own(case, esther).attachments.count() == own(case, denis).attachments.count() == 1
    assert own(case, denis).words == WORDS


def test_what_one_sent_stops_the_other(case, denis, esther, outbox):
    keep_draft(case, by=denis, mode="reply", words=WORDS)
    take_over(case, share(case, by=denis).pk, by=esther)
    seen = case.messages.last().pk
    reply(case, by=esther, words=WORDS, seen=seen, draft=own(case, esther))
    with pytest.raises(Refused, match="Something arrived"):
        reply(case, by=denis, words=WORDS, seen=seen, draft=own(case, denis))
    with pytest.raises(
        Refused, match="Esther has sent these words already"
    ):  # nor by a program, which says nothing of what it had seen
        reply(case, by=denis, words=WORDS, draft=own(case, denis))
    assert case.messages.filter(voice="us").count() == 1


def test_it_is_shared_no_more_once_it_left(case, base, denis, as_esther, outbox):
    keep_draft(case, by=denis, mode="reply", words=WORDS)
    share(case, by=denis)
    reply(case, by=denis, words=WORDS, draft=own(case, denis))
    assert "shares it" not in as_esther.get(base).content.decode()


def test_what_is_no_longer_shared_cannot_be_taken(case, base, denis, as_esther):
    keep_draft(case, by=denis, mode="reply", words=WORDS)
    number = share(case, by=denis).pk
    unshare(case, by=denis)
    assert as_esther.post(base + f"draft/sharing/{number}/taking/").status_code == 422
    assert Draft.objects.count() == 1


def test_who_only_reads_shares_nothing_and_who_sees_not_the_case_neither(case, base, line, client, gaspard):
    client.force_login(gaspard)
    assert client.post(base + "draft/sharing/").status_code == 422
    line.is_private = True
    line.save()
    client.force_login(make_advisor("Iris"))
    assert client.post(base + "draft/sharing/").status_code == 404
    assert client.get(base + "draft/sharing/").status_code == 405
