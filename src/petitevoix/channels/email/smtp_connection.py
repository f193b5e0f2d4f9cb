"""One SMTP connection: greeting, encryption, signing in, and what the answers of the server mean."""

import contextlib
import smtplib
import time

from django.utils.translation import gettext as _

from petitevoix.channels.email import oauth
from petitevoix.channels.email.compose import Letter
from petitevoix.channels.email.models import Mailbox
from petitevoix.channels.email.server import SECONDS, Server
from petitevoix.delivery.carriers import PermanentFailure, TemporaryFailure


class CannotSignIn(TemporaryFailure):
    """The server does not let us in: a matter for an admin. The letter waits."""


class Connection:
    """One SMTP connection, signed in."""

    def __init__(self, server: Server, mailbox: Mailbox) -> None:
        self.letters = 0
        self.is_open = True
        self.used_at = time.monotonic()
        name = mailbox.address.rpartition("@")[2] or "localhost"
        try:
            self.smtp = _greet(server, name)
            self._secure(server)
            self._sign_in(server, mailbox)
        except CannotSignIn:
            self.close()
            raise
        except (OSError, smtplib.SMTPException) as error:
            self.close()
            where = f"{server.host}:{server.port}"
            raise TemporaryFailure(
                _("%(server)s cannot be reached: %(words)s") % {"server": where, "words": said(error)}
            ) from error

    def send(self, letter: Letter) -> None:
        """Send one letter to its one recipient."""
        self.letters += 1
        options = [] if letter.envelope_to.isascii() else ["SMTPUTF8"]
        try:
            if options and not self.smtp.has_extn("smtputf8"):
                raise PermanentFailure(_("Our mail server does not take addresses with accents."))
            self._mail(letter, options)
            self._answer(*self.smtp.rcpt(letter.envelope_to))
            self._answer(*self.smtp.data(letter.content))
        except (OSError, smtplib.SMTPServerDisconnected) as error:
            self.close()
            raise TemporaryFailure(_("The connection broke off: %(words)s") % {"words": said(error)}) from error
        except smtplib.SMTPResponseException as error:
            self._answer(error.smtp_code, error.smtp_error)
        except smtplib.SMTPException as error:
            raise TemporaryFailure(said(error)) from error
        self.used_at = time.monotonic()

    def is_alive(self) -> bool:
        try:
            return self.smtp.noop()[0] == 250
        except (OSError, smtplib.SMTPException):
            return False

    def close(self) -> None:
        smtp, self.is_open = getattr(self, "smtp", None), False
        if smtp is not None:
            with contextlib.suppress(OSError, smtplib.SMTPException):
                if smtp.sock:
                    smtp.sock.settimeout(2)
                    smtp.quit()
            smtp.close()

    def _secure(self, server: Server) -> None:
        if server.speaks_tls_at_once or server.tls_is_off:
            return
        if self.smtp.has_extn("starttls"):
            self.smtp.starttls(context=server.tls())
            self.smtp.ehlo()
        elif server.must_encrypt:
            raise CannotSignIn(
                _("%(server)s offers no encryption; use smtps://, or write ?tls=off behind its address if you mean it.")
                % {"server": server.host}
            )

    def _sign_in(self, server: Server, mailbox: Mailbox) -> None:
        if not mailbox.sealed_secret:
            return
        user = server.user or mailbox.address
        try:
            if mailbox.sign_in == Mailbox.SignIn.XOAUTH2:
                answer = f"user={user}\1auth=Bearer {oauth.access_token(mailbox)}\1\1"
                # A refusal comes as a challenge that explains it; an empty line ends the exchange.
                self.smtp.auth("XOAUTH2", lambda challenge=None: "" if challenge else answer)
            else:
                self.smtp.login(user, mailbox.secret)
        except smtplib.SMTPResponseException as error:
            if error.smtp_code < 500:
                raise
            oauth.forget(mailbox)
            raise CannotSignIn(_("The server refuses our password: %(words)s") % {"words": said(error)}) from error
        except smtplib.SMTPNotSupportedError as error:
            raise CannotSignIn(_("The server takes no password here: %(words)s") % {"words": said(error)}) from error
        except (oauth.SignInRefused, ValueError) as error:
            raise CannotSignIn(str(error)) from error
        except oauth.ProviderAway as error:
            raise TemporaryFailure(str(error)) from error

    def _mail(self, letter: Letter, options: list[str]) -> None:
        code, words = self.smtp.mail(letter.envelope_from, options)
        if code >= 500 and not letter.envelope_from and letter.own_address:
            # Some hosts let nobody send without a name. The letter says itself that a machine wrote it: no loop.
            self.smtp.rset()
            code, words = self.smtp.mail(letter.own_address, options)
        self._answer(code, words)

    def _answer(self, code: int, words: bytes | str) -> None:
        if 200 <= code < 300:
            return
        with contextlib.suppress(OSError, smtplib.SMTPException):
            self.smtp.rset()
        if code == 421:
            self.close()
        failure = PermanentFailure if code >= 500 else TemporaryFailure
        raise failure(said(smtplib.SMTPResponseException(code, words)))


def said(error: Exception) -> str:
    """Give the other side's own words, in one line."""
    if isinstance(error, smtplib.SMTPResponseException):
        words = error.smtp_error
        text = words.decode("utf-8", "replace") if isinstance(words, bytes) else str(words)
        return f"{error.smtp_code} {' '.join(text.split())}"[:500]
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__)[:500]


def _greet(server: Server, name: str) -> smtplib.SMTP:
    if server.speaks_tls_at_once:
        context = server.tls()
        smtp: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, name, timeout=SECONDS, context=context)
    else:
        smtp = smtplib.SMTP(server.host, server.port, name, timeout=SECONDS)
    smtp.ehlo()
    return smtp
