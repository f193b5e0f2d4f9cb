"""Entries of the tamper-evident log, and the head that seals them."""

from django.db import models


class Entry(models.Model):
    """One access or one provable act. Written once; `position` counts from 1 without a gap.

    The leaf of the tree covers every column but `facts` and `salt`, which it covers through `commitment`: a person's
    facts can be erased (with their salt) and the proofs still hold.
    """

    position = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    kind = models.CharField(max_length=10)  # access | act
    who = models.CharField(max_length=60)  # advisor:3
    name = models.CharField(max_length=60)  # case.opened, message.written
    what = models.CharField(max_length=60)  # case:42
    commitment = models.CharField(max_length=64)  # SHA-256 of salt and facts
    salt = models.CharField(max_length=32, blank=True)
    facts = models.JSONField(null=True)
    leaf = models.CharField(max_length=64)

    class Meta:
        indexes = [
            models.Index(fields=["what", "position"], name="pv_vault_what"),
            models.Index(fields=["who", "position"], name="pv_vault_who"),
        ]

    def __str__(self) -> str:
        return f"{self.position}: {self.who} {self.name} {self.what}"


class Head(models.Model):
    """The one row that seals the log: its size, the roots of its perfect subtrees, its root, our signature."""

    size = models.BigIntegerField(default=0)
    peaks = models.JSONField(default=list)
    root = models.CharField(max_length=64, blank=True)
    signature = models.CharField(max_length=128, blank=True)

    def __str__(self) -> str:
        return f"{self.size} {self.root}"
