"""Asking an outside system: within two seconds, 64 kB, no redirect, and never where only we could get.

A name is resolved once, every address it gives is looked at, and the connection goes to that very address: a name that
answers otherwise the second time (DNS rebinding) gains nothing.
"""

import http.client
import ipaddress
import socket
import ssl
import threading
import unicodedata
from concurrent.futures import Future
from urllib.parse import urlsplit

SECONDS = 2.0
MOST_BYTES = 64 * 1024


class NoAnswer(Exception):
    """The system was not asked, or gave no answer that can be used; the words are for the admin, not for the page."""


def post(url: str, body: bytes, headers: dict[str, str], *, allows_private: bool) -> bytes:
    """Post to a system and give what it answers. Raises NoAnswer."""
    answer: Future[bytes] = Future()

    def ask() -> None:
        try:
            answer.set_result(_post(url, body, headers, allows_private))
        except NoAnswer as why:
            answer.set_exception(why)
        except (OSError, ValueError, http.client.HTTPException) as error:
            answer.set_exception(NoAnswer(f"{type(error).__name__}: {error}"))

    # Looking up a name cannot be given a time-out, so all of it waits in a thread of its own.
    threading.Thread(target=ask, name="outside", daemon=True).start()
    try:
        return answer.result(SECONDS)
    except TimeoutError:
        raise NoAnswer("It took longer than two seconds.") from None


def _post(url: str, body: bytes, headers: dict[str, str], allows_private: bool) -> bytes:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise NoAnswer("The address is no web address.")
    port = parts.port or (443 if parts.scheme == "https" else 80)
    connection = http.client.HTTPConnection(parts.hostname, port, timeout=SECONDS)
    connection.sock = _connect(parts.hostname, port, allows_private)
    end = threading.Timer(SECONDS, _shut, [connection.sock])  # a drip of bytes must not hold the thread for ever
    end.daemon = True
    end.start()
    try:
        if parts.scheme == "https":
            connection.sock = ssl.create_default_context().wrap_socket(connection.sock, server_hostname=parts.hostname)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("POST", path, body, {**headers, "Connection": "close"})
        # A connection that ends with its answer is the answer's to close, also where nobody reads it.
        with connection.getresponse() as response:
            if response.status != 200:
                raise NoAnswer(f"It answered with status {response.status}.")
            words = response.read(MOST_BYTES + 1)
        if len(words) > MOST_BYTES:
            raise NoAnswer("Its answer is longer than 64 kB.")
        return words
    finally:
        end.cancel()
        connection.close()


def _connect(host: str, port: int, allows_private: bool) -> socket.socket:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    for _family, _type, _protocol, _name, (address, *_rest) in found:
        if not allows_private and not is_public(str(address)):
            raise NoAnswer("It stands in a private network, and no admin has allowed that.")
    return socket.create_connection((str(found[0][4][0]), port), timeout=SECONDS)


def is_plainly_private(url: str) -> bool:
    """Tell whether an address says by itself that it stands in a private network: without asking anybody its name."""
    host = unicodedata.normalize("NFKC", urlsplit(url).hostname or "").replace("。", ".").rstrip(".")
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal")):
        return True
    try:
        return not is_public(host if ":" in host else _spelt_out(host))
    except ValueError:
        return False


def _spelt_out(host: str) -> str:
    """Write an address as four numbers, where it is one in any of the old spellings (127.1, 0x7f000001, 2130706433)."""
    try:
        return socket.inet_ntoa(socket.inet_aton(host))
    except OSError:
        return host


def is_public(address: str) -> bool:
    """Tell whether an address is one that everybody can reach: not loopback, private, link-local or reserved."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        # What newer tables of addresses call private, and what only ever stood in one house.
        if ip.is_reserved or ip.is_site_local or ip in ipaddress.ip_network("64:ff9b:1::/48"):
            return False
    return ip.is_global and not ip.is_multicast


def _shut(sock: socket.socket) -> None:
    try:
        sock.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass
