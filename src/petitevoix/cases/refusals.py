"""Acts that are refused, each with one sentence for whoever tried."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from petitevoix.cases.models import Message
    from petitevoix.review.findings import Finding


class Refused(Exception):
    """The act cannot be done; the sentence says why and how to go on. Nothing was changed."""


class Unseen(Refused):
    """Something arrived that the writer had not seen."""

    def __init__(self, sentence: str, messages: Sequence["Message"]) -> None:
        super().__init__(sentence)
        self.messages = messages


class Stopped(Refused):
    """The review of a draft found what must not leave like this; the findings say what and where."""

    def __init__(self, sentence: str, findings: Sequence["Finding"]) -> None:
        super().__init__(sentence)
        self.findings = findings
        self.words: str | None = None  # that were to be sent
