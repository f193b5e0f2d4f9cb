"""Where the servers of a mailbox are, read from one URL each."""

import ipaddress
import ssl
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit, urlunsplit

from django.utils.translation import gettext as _

SECONDS = 20  # how long any server may keep us waiting for one answer
PORTS = {"imap": 143, "imaps": 993, "smtp": 587, "smtps": 465}


@dataclass(frozen=True)
class Server:
    """One end of a connection: `imaps://help@mail.example:993/INBOX`, `smtp://127.0.0.1:25?tls=off`."""

    scheme: str
    host: str
    port: int
    user: str
    folder: str
    tls_is_off: bool

    @property
    def speaks_tls_at_once(self) -> bool:
        return self.scheme.endswith("s")

    @property
    def is_this_machine(self) -> bool:
        if self.host == "localhost" or self.host.endswith(".localhost"):
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def must_encrypt(self) -> bool:
        """Words and passwords cross no network in clear, unless an admin wrote `?tls=off`."""
        return not (self.speaks_tls_at_once or self.tls_is_off or self.is_this_machine)

    def tls(self) -> ssl.SSLContext:
        """Give what checks the certificate; inside this machine nobody listens, and few certificates name it."""
        context = ssl.create_default_context()
        if self.is_this_machine and not self.speaks_tls_at_once:
            context.check_hostname = False
            context.verify_mode = ssl.CERT_NONE
        return context


def read_url(url: str, kind: str) -> Server:
    """Read the URL of a server; `kind` is imap or smtp. Raises ValueError with one sentence."""
    try:
        parts = urlsplit(url.strip())
        port, query = parts.port, parse_qs(parts.query, strict_parsing=bool(parts.query))
    except ValueError:
        raise ValueError(_("“%(url)s” is not the address of a server.") % {"url": without_password(url)}) from None
    if parts.scheme not in {kind, f"{kind}s"}:
        sentence = _("“%(url)s” must begin with %(kind)ss:// or %(kind)s://.")
        raise ValueError(sentence % {"url": without_password(url), "kind": kind})
    if not parts.hostname or any(sign.isspace() or ord(sign) < 32 for sign in url.strip()):
        raise ValueError(_("“%(url)s” names no server.") % {"url": without_password(url)})
    if set(query) - {"tls"} or query.get("tls", ["off"]) != ["off"]:
        raise ValueError(_("Behind the question mark, only tls=off is known."))
    return Server(
        scheme=parts.scheme,
        host=parts.hostname,
        port=port or PORTS[parts.scheme],
        user=unquote(parts.username or ""),
        folder=unquote(parts.path.strip("/")) or "INBOX",
        tls_is_off=bool(query),
    )


def split_password(url: str) -> tuple[str, str]:
    """Take the password out of a URL, so that it is sealed and not kept in clear: the URL without it, and it."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip(), ""
    user, colon, password = parts.netloc.rpartition("@")[0].partition(":")
    if not colon:
        return url.strip(), ""
    place = parts.netloc.rpartition("@")[2]
    return urlunsplit(parts._replace(netloc=f"{user}@{place}" if user else place)), unquote(password)


def without_password(url: str) -> str:
    return split_password(url)[0][:120]
