"""The RFC 9162 Merkle tree: its leaves lie in our table, its arithmetic is pymerkle's."""

import hashlib
import json
from datetime import UTC
from typing import Any

from pymerkle.core import BaseMerkleTree
from pymerkle.hasher import MerkleHasher

from petitevoix.vault.models import Entry

hasher = MerkleHasher("sha256")


def canonical(value: Any) -> bytes:
    """Write a JSON value in one way only, so that its hash means something."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def commitment(salt: str, facts: Any) -> str:
    return hashlib.sha256(salt.encode() + canonical(facts)).hexdigest()


def leaf(entry: Entry) -> bytes:
    """Hash all that an entry says, as RFC 9162 hashes a leaf: SHA-256(0x00 || d)."""
    words = [
        entry.position, entry.at.astimezone(UTC).isoformat(), entry.kind, entry.who, entry.name, entry.what,
        entry.commitment,
    ]  # fmt: skip
    return hasher.hash_buff(canonical(words))


def grow(peaks: list[str], size: int, new_leaf: bytes) -> list[str]:
    """Add a leaf to the roots of the perfect subtrees (largest first); at most log2(size) hashes."""
    grown, node = list(peaks), new_leaf
    while size & 1:  # an equal neighbour stands to the left: the two become one
        node = hasher.hash_pair(bytes.fromhex(grown.pop()), node)
        size >>= 1
    return [*grown, node.hex()]


def root(peaks: list[str]) -> str:
    """Give the root over the perfect subtrees."""
    digests = [bytes.fromhex(peak) for peak in reversed(peaks)]
    return (hasher.hash_fold(digests) if digests else hasher.hash_empty()).hex()


class StoredTree(BaseMerkleTree):
    """Read the stored leaves as a pymerkle tree, for proofs."""

    def _encode_entry(self, data: bytes) -> bytes:
        return data

    def _store_leaf(self, data: bytes, digest: bytes) -> int:
        raise NotImplementedError("The log grows through vault.log.append only.")

    def _get_leaf(self, index: int) -> bytes:
        return bytes.fromhex(Entry.objects.values_list("leaf", flat=True).get(position=index))

    def _get_leaves(self, offset: int, width: int):
        found = Entry.objects.filter(position__gt=offset, position__lte=offset + width).order_by("position")
        return [bytes.fromhex(digest) for digest in found.values_list("leaf", flat=True)]

    def _get_size(self) -> int:
        return Entry.objects.order_by("-position").values_list("position", flat=True).first() or 0
