"""What our own mail server says of a letter is a sign; what anybody else wrote into its header is none."""

import pytest

from petitevoix.channels.email.marks import marks_of

OURS = b"Received: from mx.far.example by mx.desk.example with ESMTP; Mon, 7 Sep 2026 10:00:00 +0200\r\n"
THEIRS = b"Received: from a by mx.far.example with ESMTP\r\n"
REST = b"From: a@far.example\r\nSubject: Hello\r\n\r\nX-Spam-Flag: YES\r\n"


@pytest.fixture(autouse=True)
def _trusts(settings):
    settings.TRUSTED_MAIL_SERVER = "mx.desk.example"


def test_marks_above_the_second_hop_count():
    head = b"X-Spam-Flag: YES\r\nX-Rspamd-Action: add header\r\n" + OURS
    head += b"Authentication-Results: mx.desk.example;\r\n spf=fail smtp.mailfrom=a; dkim=none; dmarc=fail\r\n"
    assert marks_of(head + THEIRS + REST) == [
        "dkim=none", "dmarc=fail", "spf=fail", "x-rspamd-action=add", "x-spam-flag=yes",
    ]  # fmt: skip


def test_what_the_sender_wrote_does_not_count():
    assert marks_of(OURS + THEIRS + b"X-Spam-Flag: YES\r\n" + REST) == []
    assert marks_of(b"X-Spam-Flag: YES\r\n" + THEIRS + REST) == []
    assert marks_of(b"Authentication-Results: mx.far.example; spf=fail\r\n" + OURS + THEIRS + REST) == []
    assert marks_of(b"X-Spam-Flag: NO\r\n" + OURS + REST) == []


def test_nobody_is_trusted_unless_named(settings):
    settings.TRUSTED_MAIL_SERVER = ""
    assert marks_of(b"X-Spam-Flag: YES\r\n" + OURS + REST) == []


@pytest.mark.parametrize("raw", [b"", b"\r\n\r\n", b"\xff\xfe", b"Received:\r\n\r\n", b"x" * 100_000])
def test_any_bytes_are_read(raw):
    assert marks_of(raw) == []
