"""The least of browsers: one connection, cookies, forms."""

import http.client
import re
from urllib.parse import urlencode


class Browser:
    """Speaks to one house over one kept connection, as an advisor who is signed in."""

    def __init__(self, port: int, session: str = "") -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.cookies = {"pv_session": session} if session else {}

    def get(self, path: str, **headers: str) -> tuple[int, bytes, dict[str, str]]:
        return self._ask("GET", path, None, headers)

    def post(self, path: str, fields: dict[str, str], **headers: str) -> tuple[int, bytes, dict[str, str]]:
        headers = {"Content-Type": "application/x-www-form-urlencoded", **headers}
        return self._ask("POST", path, urlencode(fields).encode(), headers)

    def _ask(self, method: str, path: str, body: bytes | None, headers: dict) -> tuple[int, bytes, dict[str, str]]:
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        self.connection.request(
            method, path, body, {"Cookie": cookie, "Accept-Encoding": "gzip", "Referer": "", **headers}
        )
        answer = self.connection.getresponse()
        content = answer.read()
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = line.split(";")[0].partition("=")
            self.cookies[name] = value
        return answer.status, content, dict(answer.headers)


def field(page: bytes, name: str) -> str:
    """Read the value of a hidden field of a page."""
    match = re.search(rb'name="' + name.encode() + rb'"[^>]*value="([^"]*)"', page)
    return match[1].decode() if match else ""
