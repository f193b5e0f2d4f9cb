"""The addresses that failed, out of RFC 3464 fields, complaints, notifications and plain prose."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .addresses import ADDRESS, bare_addresses, read_one
from .letter import Bounce
from .limits import MAX_FAILED, MAX_PROSE, MAX_REPORT
from .part import Part

FIELD = re.compile(r"(?im)^([a-z][a-z-]{2,40})[ \t]*:[ \t]*(.*(?:\n[ \t]+\S.*)*)")
SUCCEEDED = {"delivered", "relayed", "expanded"}
HEADER_BLOCK = re.compile(
    r"(?im)^[> \t|]*(?:received|return-path|delivered-to|message-id|from|to|subject"
    r"|date|mime-version|x-[\w-]+|content-type|dkim-signature)[ \t]*:.*"
    r"(?:\n[> \t|]*\n?[> \t|]*(?:[\w-]+[ \t]*:.*|[ \t]+\S.*)){2,}"
)
# Reports quote « To: … Subject: … Sent: » for people; only a real header has these.
TRANSPORT = re.compile(
    r"(?im)^[> \t|]*(?:received|message-id|mime-version|return-path|content-type|dkim-signature)[ \t]*:"
)
COPY_BELOW = re.compile(
    r"(?im)^[-=*#>_ |\t]*(?:(?:below this line|this) is (?:a copy|the)|original (?:message"
    r"|mail)|(?:returned|unsent|undelivered) message|your (?:original )?message (?:follows"
    r"|header|is)|message (?:header|text|follows|header follow)"
    r"|included is a copy|start of returned|a copy of (?:the|your)|content of (?:the )?original"
    r"|headers? of|message (?:headers?|body) follow|the (?:original|attached) message (?:follows"
    r"|header)|copy of)"
    r"[^\n]{0,80}[-=*#: ]*$"
)
LEADING = re.compile(
    r"(?m)^[ \t>|*]*(?:(?:to|for|rcpt to|recipient|user|address|mailbox|failed"
    r"|unknown)\b[^\n<@]{0,30}[:\s])?<?([^\s<>,;:\"'()\[\]@]{1,128}@[^\s<>,;:\"'()\[\]@]{1,254}[^\s<>,;:\"'()\[\]@.])>?(?=[\s:;,.)(]"
    r"|$)",
    re.IGNORECASE,
)
NEAR_FAILURE = re.compile(
    r"(?i)(?:deliver\w*|rejected|failed|unknown|invalid|recipients?|undeliverable"
    r"|mailbox|user|rcpt|address(?:es)?|full|<<<|>>>)\b[^\n@]{0,120}?<?([^\s<>,;:\"'()\[\]@]{1,128}@[^\s<>,;:\"'()\[\]@]{1,254}[^\s<>,;:\"'()\[\]@.])"
)


@dataclass(frozen=True, slots=True)
class Failed:
    """One address that failed: what the report says of it in fields and in the server's words."""

    address: str
    status: str
    words: str
    action: str = "failed"

    @property
    def failed(self) -> bool:
        """Say whether the letter was not delivered (yet)."""
        return self.action not in SUCCEEDED


def from_status(text: str) -> list[Failed]:
    """Read the groups of an RFC 3464 delivery status, however they are parted."""
    groups: list[dict[str, str]] = []
    current: dict[str, str] = {}
    for block in re.split(r"\n[ \t]*\n", text[:MAX_REPORT]):
        if len(groups) >= MAX_FAILED:
            break
        fields = {name.lower(): " ".join(value.split()) for name, value in reversed(FIELD.findall(block))}
        if not {"final-recipient", "original-recipient", "action", "status", "diagnostic-code"} & fields.keys():
            continue
        repeated = len(re.findall(r"(?im)^final-recipient:", block)) > 1
        if repeated:
            for piece in re.split(r"(?im)^(?=final-recipient:)", block):
                inner = {name.lower(): " ".join(value.split()) for name, value in FIELD.findall(piece)}
                if "final-recipient" in inner:
                    groups.append(inner)
            continue
        if (
            current
            and not (fields.keys() & {"final-recipient", "original-recipient"})
            and len(groups)
            and not groups[-1].keys() & fields.keys()
        ):
            groups[-1].update(fields)
            continue
        current = fields
        groups.append(fields)
    found = [_failed(group) for group in groups]
    return [one for one in found if one is not None][:MAX_FAILED]


def _failed(group: dict[str, str]) -> Failed | None:
    address = ""
    for name in ("final-recipient", "original-recipient", "x-actual-recipient"):
        address = address or _recipient(group.get(name, ""))
    words = group.get("diagnostic-code", "")
    words = re.sub(r"^\s*(?:x-)?[a-z0-9-]+\s*;\s*", "", words, flags=re.IGNORECASE)
    comment = re.search(r"\(([^()]{6,})\)", group.get("status", ""))
    if comment and not words:
        words = comment[1]
    if not address and words:
        address = next(iter(bare_addresses(words)), "")
    action = re.split(r"[\s(;]", group.get("action", "failed").strip().lower())[0] or "failed"
    if not address and not words and not group.get("status"):
        return None
    return Failed(address, group.get("status", ""), words, action)


def _recipient(value: str) -> str:
    value = value.partition(";")[2] or value
    value = value.strip().strip("<>").strip()
    if value.startswith("@") and ":" in value:
        value = value.partition(":")[2]  # a source route
    if value.startswith("@"):
        return ""
    match = re.search(r"[^\s<>;,\"|/]+@[^\s<>;,\"]+", value)
    return match[0].strip(".") if match else ""


def from_feedback(text: str, originals: list[bytes], original_id: str | None, reporter: str) -> Bounce | None:
    """Read a complaint (RFC 5965): the address that no longer wants our letters, never permanent."""
    fields = {name.lower(): " ".join(value.split()) for name, value in reversed(FIELD.findall(text))}
    wanted = (
        "original-rcpt-to",
        "x-hmxmroriginalrecipient",
        "removal-recipient",
        "original-recipient",
        "redacted-address",
        "x-original-to",
        "to",
    )
    found = [_recipient(fields[name]) for name in wanted if name in fields]
    for original in originals:
        found += _to_lines(original.decode("utf-8", "replace"))
    found += [
        address
        for address in bare_addresses(text)
        if "original-mail-from" not in fields or address not in fields["original-mail-from"]
    ]
    found = [address for address in found if address] or ([reporter] if reporter else [])
    if not found:
        return None
    return Bounce(
        recipient=found[0],
        status="",
        permanent=False,
        original_message_id=original_id,
        diagnostic=fields.get("feedback-type", "abuse"),
        reason="complaint",
        recipients=(found[0],),
    )


def from_notification(prose: str) -> list[Failed] | None:
    """Read a JSON notification that Amazon posts by mail; None when it is not one, [] when it tells of success."""
    flat = prose.replace('\\\\"', '"').replace('\\"', '"')
    kind = re.search(r'"notificationType"\s*:\s*"(\w+)"', flat)
    if not kind:
        return None
    if kind[1] not in {"Bounce", "Complaint"}:
        return []
    words = " ".join(re.findall(r'"diagnosticCode"\s*:\s*"([^"]*)', flat)[:1])
    status = (re.findall(r'"status"\s*:\s*"([\d.]+)"', flat) or [""])[0]
    return [
        Failed(address, status, words or kind[1])
        for address in dict.fromkeys(re.findall(r'"emailAddress"\s*:\s*"([^"]+@[^"]+)"', flat))
    ]


def from_prose(root: Part, prose: str, originals: list[bytes]) -> list[Failed]:
    """Find the failed addresses in a report written for people, best witness first."""
    told, copy = parted(prose)
    told = told[:MAX_PROSE]
    ours = _ours(root)
    named = bare_addresses(root.get("x-failed-recipients", ""))
    if named:
        return [Failed(address, "", words_about(told, address, named)) for address in named]
    for pattern in (LEADING, NEAR_FAILURE):
        found = [match.strip(".") for match in pattern.findall(told)]
        found = [address for address in dict.fromkeys(found) if _is_whole(address) and not _is_ours(address, ours)]
        if found:
            return [Failed(address, "", words_about(told, address, found)) for address in found[:MAX_FAILED]]
    found = [address for address in bare_addresses(told) if not _is_ours(address, ours)]
    sent_to = [
        address
        for original in [*(one.decode("utf-8", "replace") for one in originals), copy]
        for address in _to_lines(original)
    ]
    wanted = (
        [address for address in found if address in sent_to]
        or [address for address in sent_to if not _is_ours(address, ours)]
        or found
    )
    if not wanted:
        # The envelope to whom the report itself answers, or the address in its subject: better than nothing.
        wanted = [address for address in bare_addresses(root.words("subject")) if not _is_ours(address, ours)]
    return [Failed(address, "", told) for address in dict.fromkeys(wanted)][:MAX_FAILED]


def parted(prose: str) -> tuple[str, str]:
    """Cut a report before the copy of the letter it returns; gives what it tells and the copy."""
    prose = prose[:MAX_REPORT]
    ends = [match.start() for match in HEADER_BLOCK.finditer(prose, 40) if TRANSPORT.search(match[0])][:1]
    if match := COPY_BELOW.search(prose, 40):
        ends.append(match.start())
    end = min(ends) if ends else len(prose)
    if not prose[:end].strip():
        end = len(prose)
    return prose[:end], prose[end:]


def words_about(told: str, address: str, all_failed: list[str]) -> str:
    """Give what is said of one address: all of it when it is alone, else up to where the next is spoken of."""
    near = told.find(address)
    if len(all_failed) == 1 or near < 0:
        return told[:4_000]
    after = near + len(address)
    others = [place for other in all_failed if other != address and (place := told.find(other, after)) >= 0]
    return told[near : min([*others, near + 800])]


def _ours(root: Part) -> set[str]:
    found = {
        address
        for name in ("from", "to", "sender", "reply-to", "delivered-to", "cc")
        for address in bare_addresses(root.get(name, ""))
    }
    return {address.lower() for address in found}


def _is_whole(address: str) -> bool:
    return bool(ADDRESS.fullmatch(address)) and "." in address.rpartition("@")[2].strip(".")


def _is_ours(address: str, ours: set[str]) -> bool:
    return address.lower() in ours or address.lower().startswith(("mailer-daemon@", "mailer_daemon@"))


def _to_lines(original: str) -> list[str]:
    match = re.search(
        r"(?im)^[> \t]*(?:x-)?(?:envelope-)?to:[ \t]*((?:.*(?:\n[> ]*[ \t]+\S.*)*))", original[:MAX_PROSE]
    )
    one = read_one(" ".join(match[1].split())) if match else None
    return bare_addresses(match[1]) if match and one and "@" in one.address else []
