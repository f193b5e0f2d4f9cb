"""XOAUTH2, as Google and Microsoft ask for it: against a token server, an IMAP server and an SMTP server on this machine."""

import json
import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs

import pytest

from petitevoix.channels.email import oauth, smtp
from petitevoix.channels.email.compose import Letter
from petitevoix.channels.email.doors.imap import ImapDoor
from petitevoix.channels.email.doors.imap_session import Trouble, connected
from petitevoix.channels.email.models import Mailbox
from petitevoix.channels.email.smtp_connection import CannotSignIn
from petitevoix.kit import clock
from tests.servers import TOKEN

pytestmark = pytest.mark.servers
LETTER = Letter(b"Subject: x\r\n\r\ny\r\n", "help@mail.example", "ana@letters.example")


class Provider(HTTPServer):
    asked: list
    answer: tuple[int, dict]

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}/token"


class Answering(BaseHTTPRequestHandler):
    def do_POST(self):
        words = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.asked.append({key: values[0] for key, values in parse_qs(words).items()})
        status, told = self.server.answer
        self.send_response(status)
        if "location" in told:
            self.send_header("Location", told["location"])
        self.end_headers()
        self.wfile.write(json.dumps(told).encode())

    def do_GET(self):
        self.server.asked.append(self.path)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps({"access_token": TOKEN}).encode())

    def log_message(self, *_words):
        pass


@pytest.fixture
def provider():
    server = Provider(("127.0.0.1", 0), Answering)
    server.asked, server.answer = [], (200, {"access_token": TOKEN, "expires_in": 3600})
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    oauth._tokens.clear()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def mailbox(db, data, mail_server, post_office, provider):
    mailbox = Mailbox(
        address=mail_server.new_user(), imap_url=mail_server.url(), smtp_url=post_office.url, sign_in="xoauth2"
    )
    secret = {"client_id": "us", "client_secret": "s", "refresh_token": "r1", "token_url": provider.url}
    mailbox.secret = json.dumps(secret)
    mailbox.save()
    post_office.token = TOKEN
    post_office.password = "never"
    return mailbox


def test_one_token_opens_both_servers_until_it_expires(mailbox, provider, post_office):
    ImapDoor(mailbox.pk).look_once()
    smtp.hand_over(LETTER, mailbox)
    assert provider.asked == [
        {"grant_type": "refresh_token", "client_id": "us", "client_secret": "s", "refresh_token": "r1"}
    ]
    assert post_office.sign_ins == [(mailbox.address, TOKEN)]
    with clock.stopped_at(clock.now() + timedelta(minutes=59)):
        oauth.access_token(mailbox)
    assert len(provider.asked) == 2


def test_a_refresh_token_that_is_replaced_is_kept(mailbox, provider):
    provider.answer = (200, {"access_token": TOKEN, "expires_in": 3600, "refresh_token": "r2"})
    oauth.access_token(mailbox)
    mailbox.refresh_from_db()
    assert json.loads(mailbox.secret)["refresh_token"] == "r2"
    oauth.access_token(mailbox)
    assert len(provider.asked) == 1


def test_a_provider_that_refuses_is_told_from_one_that_is_away(mailbox, provider):
    provider.answer = (400, {"error": "invalid_grant", "error_description": "The grant was revoked."})
    with pytest.raises(oauth.SignInRefused, match="The grant was revoked"):
        oauth.access_token(mailbox)
    with pytest.raises(CannotSignIn, match="The grant was revoked"):
        smtp.hand_over(LETTER, mailbox)
    provider.answer = (503, {})
    with pytest.raises(oauth.ProviderAway):
        oauth.access_token(mailbox)
    with pytest.raises(Trouble) as trouble, connected(mailbox):
        pass
    assert trouble.value.step == "sign-in"


def test_a_token_the_server_refuses_is_not_used_again(mailbox, provider, post_office):
    post_office.token = "another"
    with pytest.raises(CannotSignIn, match="535"):
        smtp.hand_over(LETTER, mailbox)
    post_office.token = TOKEN
    smtp.hand_over(LETTER, mailbox)
    assert len(provider.asked) == 2
    assert len(post_office.letters) == 1


def test_the_refresh_token_is_shown_to_nobody_else(mailbox, provider):
    provider.answer = (302, {"location": provider.url + "/elsewhere"})
    with pytest.raises(oauth.ProviderAway):
        oauth.access_token(mailbox)
    assert len(provider.asked) == 1
    for url in ("http://login.example/token", "ftp://login.example", "file:///etc/passwd"):
        with pytest.raises(oauth.SignInRefused, match="https"):
            oauth.read_secret(json.dumps({"client_id": "a", "refresh_token": "b", "token_url": url}))
