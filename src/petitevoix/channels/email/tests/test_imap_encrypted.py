"""Words and passwords are encrypted on the way, by a server that is who it says it is."""

import ipaddress
from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from petitevoix.channels.email.doors.imap_session import Trouble, connected
from petitevoix.channels.email.models import Mailbox
from petitevoix.channels.email.server import Server
from petitevoix.kit import clock
from tests.servers import PASSWORD, MailServer

pytestmark = pytest.mark.servers


@pytest.fixture(scope="module")
def certificate(mail_folder):
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "mail.example")])
    names = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(x509.random_serial_number()).add_extension(names, critical=False)
        .not_valid_before(clock.ago(days=1)).not_valid_after(clock.now() + timedelta(days=30))
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    paths = (mail_folder / "mail.crt", mail_folder / "mail.key")
    paths[0].write_bytes(made.public_bytes(serialization.Encoding.PEM))
    paths[1].write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return paths


@pytest.fixture(scope="module")
def server(mail_folder, certificate):
    running = MailServer(mail_folder / "tls", certificate=certificate)
    running.start()
    yield running
    running.stop()


@pytest.fixture
def mailbox(db, server):
    mailbox = Mailbox(address=server.new_user(), imap_url=f"imap://127.0.0.1:{server.port}/INBOX")
    mailbox.secret = PASSWORD
    mailbox.save()
    return mailbox


@pytest.fixture
def elsewhere(monkeypatch):
    """As if the server stood on another machine."""
    monkeypatch.setattr(Server, "is_this_machine", property(lambda _self: False))


def test_the_connection_is_encrypted_where_the_server_offers_it(mailbox):
    with connected(mailbox) as session:
        assert session.client._imap.sock.version().startswith("TLS")


def test_a_certificate_nobody_vouches_for_is_refused(mailbox, elsewhere):
    with pytest.raises(Trouble, match="certificate") as trouble, connected(mailbox):
        pass
    assert trouble.value.step == "encryption"


def test_a_certificate_the_house_trusts_is_taken(mailbox, elsewhere, monkeypatch, certificate):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    with connected(mailbox) as session:
        assert session.folder.uidvalidity


def test_a_server_without_encryption_gets_no_password(mailbox, elsewhere, mail_server):
    mailbox.imap_url = f"imap://127.0.0.1:{mail_server.port}/INBOX"
    with pytest.raises(Trouble, match="offers no encryption") as trouble, connected(mailbox):
        pass
    assert trouble.value.step == "encryption"
    mailbox.imap_url += "?tls=off"
    mailbox.address = mail_server.new_user()
    with connected(mailbox) as session:
        assert session.folder.uidvalidity
