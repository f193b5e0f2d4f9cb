"""Acts on people that are refused, each with one sentence for whoever tried."""


class Unchanged(Exception):
    """The act cannot be done; the sentence says why and how to go on. Nothing was changed."""


class NotAdmitted(Unchanged):
    """The account cannot be made; the sentence says why and how to go on. Nothing was changed."""


class WrongValue(Unchanged):
    """What was written into a custom field is not of its kind, or there is no such field. Nothing was changed."""

    def __init__(self, sentence: str, key: str, *, is_unknown: bool = False) -> None:
        super().__init__(sentence)
        self.key, self.is_unknown = key, is_unknown
