"""The log: appended in the transaction of what it proves, verified by anyone who asks.

Besides the database, each head is witnessed in a file of the data folder; whoever edits the database must also edit
what has left it.
"""

import json
import os
import secrets
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db import connection

from petitevoix.kit import clock
from petitevoix.kit.prepared import Prepared, insert, update
from petitevoix.vault import keys, tree
from petitevoix.vault.models import Entry, Head


def append(kind: str, *, who: str, name: str, what: str, facts: dict[str, Any] | None = None) -> Entry:
    """Add an entry to the log and seal it, in the caller's transaction. Raises RuntimeError outside one."""
    if not connection.in_atomic_block:
        raise RuntimeError("The log grows only in the transaction of what it proves.")
    head = _locked_head()
    salt = secrets.token_hex(16)
    facts = facts or {}
    entry = Entry(
        position=head.size + 1, at=clock.now(), kind=kind, who=who, name=name, what=what,
        salt=salt, facts=facts, commitment=tree.commitment(salt, facts),
    )  # fmt: skip
    leaf = tree.leaf(entry)
    entry.leaf = leaf.hex()
    insert(entry)
    head.peaks, head.size = tree.grow(head.peaks, head.size, leaf), entry.position
    head.root = tree.root(head.peaks)
    head.signature = keys.sign(head.size, head.root)
    update(head, ["size", "peaks", "root", "signature"])
    return entry


def verify() -> Iterator[str]:
    """Read the whole log and yield one sentence for each thing that is wrong; nothing when all is as it was written."""
    witnessed = _witnessed()
    peaks: list[str] = []
    size = last = 0
    for entry in Entry.objects.order_by("position").iterator(chunk_size=2000):
        if entry.position > last + 1:
            missing = f"{last + 1}" if entry.position == last + 2 else f"{last + 1} to {entry.position - 1}"
            yield f"Entry {missing} is missing."
        last = entry.position
        if tree.leaf(entry).hex() != entry.leaf:
            yield f"Entry {entry.position} was altered."
        if entry.facts is None:
            if entry.salt:
                yield f"The facts of entry {entry.position} were removed, but not by an erasure."
        elif tree.commitment(entry.salt, entry.facts) != entry.commitment:
            yield f"The facts of entry {entry.position} were altered."
        peaks = tree.grow(peaks, size, tree.leaf(entry))
        size += 1
        if size in witnessed and tree.root(peaks) != witnessed.pop(size):
            yield f"The first {size} entries are not those that were witnessed."
    head = Head.objects.filter(pk=1).first() or Head(size=0, root=tree.root([]))
    if head.size != size:
        yield f"The log was sealed at {head.size} entries and holds {size}."
    if head.size == size and head.root != tree.root(peaks):
        yield "The entries are not those that were sealed: some were altered, removed or put in another order."
    if (head.size or head.signature) and not keys.signed(head.size, head.root, head.signature):
        yield "The seal of the log is not ours."
    for later in sorted(witnessed):
        yield f"{later} entries were witnessed and the log holds {size}."


def prove(position: int) -> dict[str, Any]:
    """Prove that an entry is in the log: leaf, path, root and signed head, all in hexadecimal. Raises LookupError."""
    head = Head.objects.filter(pk=1).first()
    entry = Entry.objects.filter(pk=position).first()
    if entry is None or head is None or position > head.size:
        raise LookupError(f"The log has no entry {position}.")
    proof = tree.StoredTree().prove_inclusion(position, head.size)
    return {
        "entry": {
            "position": entry.position, "at": entry.at.isoformat(), "kind": entry.kind, "who": entry.who,
            "name": entry.name, "what": entry.what, "commitment": entry.commitment,
        },
        "leaf": entry.leaf,
        "size": head.size,
        "root": head.root,
        "signature": head.signature,
        "proof": proof.serialize(),
    }  # fmt: skip


def witness() -> None:
    """Write the present head to a file outside the database, unless it stands there already."""
    head = Head.objects.filter(pk=1).first()
    if head is None or not head.size:
        return
    line = json.dumps({"size": head.size, "root": head.root, "signature": head.signature})
    path = settings.DATA / "log-heads.jsonl"
    if path.exists() and path.read_bytes().rstrip().rpartition(b"\n")[2] == line.encode():
        return
    with path.open("a", encoding="utf-8") as file:
        file.write(line + "\n")
        file.flush()
        os.fsync(file.fileno())


def _locked_head() -> Head:
    """Get the head; nobody else adds to the log before this transaction ends."""
    for head in _heads():
        return head
    Head.objects.bulk_create([Head(pk=1)], ignore_conflicts=True)
    return _locked_head()


_heads = Prepared(lambda: Head.objects.select_for_update().filter(pk=1))


def _witnessed() -> dict[int, str]:
    path = settings.DATA / "log-heads.jsonl"
    if not path.exists():
        return {}
    heads = {}
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            head = json.loads(line)
            size, root, signature = head["size"], head["root"], head["signature"]
        except (ValueError, KeyError, TypeError):
            continue  # a line cut short by a crash witnesses nothing
        if keys.signed(size, root, signature):
            heads[size] = root
    return heads
