"""A letter that lies whole within its S/MIME signature is read."""

from __future__ import annotations

import base64
import datetime

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7
from hypothesis import given
from hypothesis import strategies as st

from petitevoix.channels.email.reading.letter import Letter
from petitevoix.channels.email.reading.parse import parse
from petitevoix.channels.email.reading.signed import signed_content

INNER = (
    'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n'
    "La box est tombée.\r\n--b\r\nContent-Type: image/png; name=box.png\r\n\r\nPNG\r\n--b--\r\n"
).encode()


@pytest.fixture(scope="module")
def signed() -> bytes:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Ana")])
    start = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    built = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    built = built.serial_number(7).not_valid_before(start).not_valid_after(start + datetime.timedelta(days=9))
    builder = pkcs7.PKCS7SignatureBuilder().set_data(INNER)
    builder = builder.add_signer(built.sign(key, hashes.SHA256()), key, hashes.SHA256())
    return builder.sign(Encoding.DER, [pkcs7.PKCS7Options.Binary])


def letter(content: bytes) -> Letter:
    head = "From: Ana <ana@example.org>\nContent-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\n"
    return parse(head.encode() + b"Content-Transfer-Encoding: base64\n\n" + base64.encodebytes(content))


def test_its_words_and_files_are_read_and_the_whole_is_kept(signed: bytes) -> None:
    read = letter(signed)
    assert (read.text, read.defects) == ("La box est tombée.", ())
    assert [one.name for one in read.attachments] == ["box.png", "smime.p7m"]


def test_it_is_read_in_pieces_of_unknown_length_as_outlook_writes_it() -> None:
    pieces = b"".join(b"\x04" + bytes((len(INNER[at : at + 50]),)) + INNER[at : at + 50] for at in range(0, 200, 50))
    data, kind = bytes.fromhex("06092a864886f70d010701"), bytes.fromhex("06092a864886f70d010702")
    held = b"\x30\x80" + data + b"\xa0\x80\x24\x80" + pieces + b"\0\0" * 3
    whole = b"\x30\x80" + kind + b"\xa0\x80\x30\x80\x02\x01\x01\x31\x80\x30\x80\0\0\0\0" + held + b"\0\0" * 3
    assert signed_content(whole) == INNER[:200]


def test_what_is_cut_short_gives_what_it_has(signed: bytes) -> None:
    assert letter(signed[: signed.index(b"tomb") + 4]).text == "La box est tomb"


@given(st.binary(max_size=80), st.integers(0, 60))
def test_no_bytes_make_it_raise(signed: bytes, noise: bytes, at: int) -> None:
    signed_content(noise)
    signed_content(signed[:at] + noise + signed[at + len(noise) :])


def test_zeros_and_depth_without_end_are_given_up() -> None:
    kind = bytes.fromhex("06092a864886f70d010702")
    assert signed_content(b"\x30\x80" + kind + b"\xa0\x80\x30\x80\x02\x01\x01" + b"\x30\x80" * 100_000) is None
