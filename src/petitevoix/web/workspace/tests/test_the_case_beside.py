"""The next case is there before one asks for it, and nobody looks at anything unrecorded."""

import gzip
from base64 import b64decode

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.models import Tab
from petitevoix.vault.models import Entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def rose(case, line):
    """The case behind Ana's."""
    arrival = Arrival(
        channel="form", sender="rose@letters.example", sender_name="Rose Crue", title="Water?", words="A secret of Rose's?",
        language="en", team=line,
    )  # fmt: skip
    return receive(arrival).case


def openings(case) -> int:
    return Entry.objects.filter(name="case.opened", what=f"case:{case.pk}").count()


def unsealed(sealed: bytes, key: str) -> str:
    return gzip.decompress(AESGCM(b64decode(key)).decrypt(sealed[:12], sealed[12:], None)).decode()


def test_a_case_names_the_ones_beside_it_in_its_list(desk, case, rose):
    page = desk.get(f"/desk/cases/{case.reference}/?in=waiting").content.decode()
    assert f'href="/desk/cases/{rose.reference}/?in=waiting" rel="next"' in page
    assert 'rel="prev"' not in page
    assert 'rel="prev"' in desk.get(f"/desk/cases/{rose.reference}/?in=waiting").content.decode()
    assert 'class="beside"' not in desk.get(f"/desk/cases/{case.reference}/").content.decode()
    assert 'class="beside"' not in desk.get(f"/desk/cases/{case.reference}/?in=view-999").content.decode()


@pytest.mark.parametrize("key", ["all", "search&q=line", "search&q=nowhere", "mine", "nonsense", "team-x", "snoozed"])
def test_any_list_may_be_named(desk, case, rose, key):
    assert desk.get(f"/desk/cases/{case.reference}/?in={key}").status_code == 200


def test_what_lies_ahead_is_sealed_and_is_no_access(desk, case, rose):
    sealed = desk.get(f"/desk/cases/{rose.reference}/ahead/?in=waiting").content
    assert b"secret" not in sealed
    assert openings(rose) == 0
    assert not Tab.objects.exists()
    with pytest.raises(InvalidTag):
        unsealed(sealed, "A" * 43 + "=")


def test_its_key_is_given_as_its_opening_is_recorded(desk, case, rose):
    sealed = desk.get(f"/desk/cases/{rose.reference}/ahead/?in=waiting").content
    told = desk.post(f"/desk/cases/{rose.reference}/opening/", {"nonce": sealed[:12].hex()}).json()
    assert openings(rose) == 1
    assert "A secret of Rose" in unsealed(sealed, told["key"])
    assert Tab.objects.get().case == rose
    assert "Rose Crue" in told["tabs"]


def test_a_key_is_one_reader_s_and_one_case_s(desk, case, rose, esther):
    sealed = desk.get(f"/desk/cases/{rose.reference}/ahead/").content
    nonce = {"nonce": sealed[:12].hex()}
    with pytest.raises(InvalidTag):
        unsealed(sealed, desk.post(f"/desk/cases/{case.reference}/opening/", nonce).json()["key"])
    desk.force_login(esther)
    with pytest.raises(InvalidTag):
        unsealed(sealed, desk.post(f"/desk/cases/{rose.reference}/opening/", nonce).json()["key"])


def test_strangers_and_wrong_methods_are_refused(client, desk, case):
    base = f"/desk/cases/{case.reference}/"
    assert desk.post(f"{base}ahead/").status_code == 405
    assert desk.get(f"{base}opening/").status_code == 405
    assert desk.get("/desk/cases/PV-222222/ahead/").status_code == 404
    desk.logout()
    assert client.get(f"{base}ahead/").status_code == 302
    assert client.post(f"{base}opening/").status_code == 302


@pytest.mark.parametrize(("chosen", "where"), [("next", "/desk/cases/{}/?in=waiting"), ("list", "/desk/")])
def test_an_answer_that_left_leads_on_and_can_still_be_taken_back(desk, case, rose, denis, chosen, where):
    desk.post("/desk/settings/me/onward/", {"afterwards": chosen})
    base = f"/desk/cases/{case.reference}/"
    asked = {f"mark-{one.pk}": "answered" for message in case.messages.all() for one in message.questions.all()}
    sent = desk.post(
        f"{base}replies/", {"words": "It was a cable.", **asked},
        headers={"HX-Request": "true", "HX-Current-URL": f"http://testserver{base}?in=waiting"},
    )  # fmt: skip
    onward = sent.headers["HX-Redirect"]
    assert onward.startswith(where.format(rose.reference))
    page = desk.get(onward).content.decode()
    assert "Ana Ferreira leaves in a moment" in page or "Ana Ferreira part dans" in page
    written = case.messages.get(voice="us")
    assert f'action="{base}replies/{written.pk}/withdrawal/"' in page
    assert desk.post(f"{base}replies/{written.pk}/withdrawal/")["Location"] == base
    case.refresh_from_db()
    assert case.state == "open"


def test_who_stays_stays(desk, case, denis):
    desk.post("/desk/settings/me/onward/", {"afterwards": "nowhere"})
    denis.refresh_from_db()
    assert denis.afterwards == "stay"
