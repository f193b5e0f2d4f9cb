"""What the mail server in front of us says of a letter: a few marks, each only one sign among others.

Only lines that our own server wrote count, for anybody can write the others: those above the second `Received:` line,
where the first was written by the server that the operator named.
"""

import re

from django.conf import settings

MOST = 64 * 1024  # of a header
_LINE = re.compile(r"^([!-9;-~]+):[ \t]*(.*)$", re.S)
_BY = re.compile(r"(?i)\bby\s+([a-z0-9.-]+)")
_METHOD = re.compile(r"(?i)\b(spf|dkim|dmarc)=(fail|softfail|none|permerror)\b")


def marks_of(raw: bytes) -> list[str]:
    """List the marks of a letter, such as `x-spam-flag=yes` or `dmarc=fail`; none where no server is trusted."""
    trusted = settings.TRUSTED_MAIL_SERVER.lower()
    if not trusted:
        return []
    lines = _last_hop(raw, trusted)
    found = []
    for name, value in lines:
        word = re.split(r"[,;\s]", value.strip().lower(), maxsplit=1)[0]
        if name in {"x-spam-flag", "x-spam-status", "x-spam", "x-rspamd-spam"} and word in {"yes", "true"}:
            found.append(f"{name}=yes")
        elif name == "x-rspamd-action" and word in {"reject", "add", "rewrite"}:
            found.append(f"{name}={word}")
        elif name == "authentication-results" and word == trusted:
            found += [f"{method.lower()}={result.lower()}" for method, result in _METHOD.findall(value)]
    return sorted(set(found))


def _last_hop(raw: bytes, trusted: str) -> list[tuple[str, str]]:
    """Give the header lines that the named server put on top, or none where it did not bring the letter."""
    head = re.split(rb"\r?\n\r?\n", raw[:MOST], maxsplit=1)[0].decode("latin-1")
    lines = [(match[1].lower(), match[2]) for line in _unfolded(head) if (match := _LINE.match(line))]
    hops = [at for at, (name, _value) in enumerate(lines) if name == "received"]
    if not hops:
        return []
    by = _BY.search(lines[hops[0]][1])
    if by is None or by[1].lower() != trusted:
        return []
    return lines[: hops[1] if len(hops) > 1 else hops[0]]


def _unfolded(head: str) -> list[str]:
    return re.sub(r"\r?\n[ \t]+", " ", head).splitlines()
