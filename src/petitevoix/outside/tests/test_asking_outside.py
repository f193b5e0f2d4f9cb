"""Other systems: a link they can check, a question they can check, and nowhere that only we can get."""

import json
import threading
import time
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from django.core.cache import cache
from django.utils import translation

from petitevoix.kit import clock
from petitevoix.outside import fetching
from petitevoix.outside.actions import NotKept, facts_in, keep_system, look_up
from petitevoix.outside.signing import About, digest, signed_link
from petitevoix.vault.models import Entry

SECRET = "sixteen letters or more"
ANA = About(7, "ana@letters.example", "PV-7K3F9Q")


class Shop:
    """A system that answers as it is told to, and remembers what it was asked."""

    def __init__(self) -> None:
        self.status, self.words, self.slow, self.asked = 200, b'{"Plan": "Fibre"}', 0.0, []
        shop = self

        class Answering(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                shop.asked.append((dict(self.headers), body))
                time.sleep(shop.slow)
                self.send_response(shop.status)
                self.send_header("Location", "http://127.0.0.1:1/")
                self.end_headers()
                self.wfile.write(shop.words)

            def log_message(self, *_words) -> None: ...

        self.server = HTTPServer(("127.0.0.1", 0), Answering)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}/look?x=1"


@pytest.fixture
def shop():
    shop = Shop()
    yield shop
    shop.server.shutdown()
    shop.server.server_close()


@pytest.fixture
def system(shop, farid):
    cache.clear()
    said = {"name": "Shop", "link": "https://shop.example/?p={person}", "look_up": shop.url, "secret": SECRET}
    return keep_system(None, by=farid, **said, allows_private=True)


def test_the_link_is_signed_as_the_documents_say():
    with clock.stopped_at(datetime(2026, 11, 22, 9, 0, tzinfo=UTC)):
        link = signed_link("https://shop.example/card?who={email}&case={case}#x", ANA, SECRET)
    told = (Path(__file__).parents[4] / "docs" / "context.md").read_text()
    signed, _, signature = link.rpartition("&signature=")
    assert f"`{signed}`" in told
    assert f"`{signature}`" in told
    assert digest(SECRET, signed) == signature


def test_what_is_filled_in_cannot_break_out_of_its_place():
    link = signed_link("https://shop.example/?e={email}", About(1, "a&b=c@x.example/../#"), SECRET)
    assert "?e=a%26b%3Dc%40x.example%2F..%2F%23&expires=" in link


def test_the_question_is_signed_and_the_facts_come_back(system, shop, denis):
    assert look_up(system, ANA, by=denis) == [("Plan", "Fibre")]
    headers, body = shop.asked[0]
    assert json.loads(body) == {"person": 7, "email": "ana@letters.example", "case": "PV-7K3F9Q"}
    at, signature = headers["Petite-Voix-Signature"].removeprefix("t=").split(",v1=")
    assert digest(SECRET, f"{at}.{body.decode()}") == signature
    assert look_up(system, ANA, by=denis) == [("Plan", "Fibre")]
    assert len(shop.asked) == 1  # remembered for some minutes
    assert Entry.objects.filter(name="person.asked_outside", what="person:7").count() == 1


@pytest.mark.parametrize(
    ("status", "words"),
    [(302, b"{}"), (500, b"{}"), (200, b"[1]"), (200, b"\xff"), (200, b"{"), (200, b'{"a":"' + b"x" * 70_000 + b'"}'),
     (200, b"[" * 60_000)],
)  # fmt: skip
def test_an_answer_that_cannot_be_used_is_none(system, shop, denis, status, words):
    shop.status, shop.words = status, words
    assert look_up(system, ANA, by=denis) is None


def test_two_seconds_are_enough(system, shop, denis, monkeypatch):
    monkeypatch.setattr(fetching, "SECONDS", 0.2)
    shop.slow = 1.0
    began = time.monotonic()
    assert look_up(system, ANA, by=denis) is None
    assert time.monotonic() - began < 0.9


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "::1", "fe80::1%eth0",
     "fd00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "::7f00:1", "fec0::1", "64:ff9b:1::7f00:1"],
)  # fmt: skip
def test_no_address_that_only_we_can_reach_is_public(address):
    assert not fetching.is_public(address)


def test_a_private_address_is_asked_only_where_an_admin_said_so(system, shop, denis):
    assert fetching.is_public("93.184.216.34")
    assert fetching.is_public("2606:2800:220:1:248:1893:25c8:1946")
    system.allows_private = False
    assert look_up(system, ANA, by=denis) is None
    assert shop.asked == []


def test_only_flat_facts_are_read():
    told = facts_in(b'{"a": 1, "b": true, "c": null, "d": [1], "e": {"x": 1}, "f": "<b>", "": "x"}')
    assert told == [["a", "1"], ["b", "yes"], ["f", "<b>"]]


def test_a_byte_order_mark_is_read_over_and_what_is_no_number_is_left_out():
    told = facts_in(b'\xef\xbb\xbf{"a": 12.5, "b": NaN, "c": Infinity, "d": 1e300}')
    assert told == [["a", "12.5"], ["d", "1e+300"]]


def test_each_reads_the_facts_in_their_own_language(system, shop, denis):
    shop.words = b'{"Paid": true, "Owed": 12.5}'
    for language, facts in (("en", ["yes", "12.5"]), ("fr", ["oui", "12,5"]), ("en", ["yes", "12.5"])):
        with translation.override(language):
            assert [value for _name, value in look_up(system, ANA, by=denis)] == facts


@pytest.mark.parametrize(
    "wrong",
    [{"name": ""}, {"link": "", "look_up": ""}, {"link": "javascript:alert(1)"}, {"link": "https://x.example/{secret}"},
     {"secret": "short"}, {"look_up": "https://x.example/{person}"}, {"look_up": "http://192.168.0.9/people"},
     {"look_up": "http://localhost:8000/"}, {"look_up": "https://shop.internal/"}, {"look_up": "http://2130706433/"},
     {"look_up": "http://0x7f.1/"}, {"look_up": "http://127。0。0。1/"}, {"look_up": "http://[::ffff:10.0.0.1]/"}],
)  # fmt: skip
def test_what_is_no_system_is_refused(db, farid, wrong):
    said = {"name": "Shop", "link": "https://shop.example/", "look_up": "", "secret": SECRET, "allows_private": False}
    with pytest.raises(NotKept):
        keep_system(None, by=farid, **{**said, **wrong})


def test_on_the_desk_facts_are_escaped_and_failure_is_one_sentence(client, system, shop, case, ana, denis, farid):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    shop.words = b'{"Plan": "<script>"}'
    client.force_login(denis)
    page = client.get(f"/desk/cases/{case.reference}/outside/").content.decode()
    assert "&lt;script&gt;" in page
    assert f"https://shop.example/?p={ana.pk}&amp;expires=" in page
    shop.status = 500
    assert "It gave no answer just now." in client.get(f"/desk/people/{ana.pk}/outside/").content.decode()
    assert client.get("/desk/settings/outside/").status_code == 403
    client.force_login(farid)
    page = client.get(f"/desk/settings/outside/{system.pk}/").content.decode()
    assert SECRET not in page
    client.post(f"/desk/settings/outside/{system.pk}/removal/")
    assert "Shop" not in client.get(f"/desk/people/{ana.pk}/outside/").content.decode()
