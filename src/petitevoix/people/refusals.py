"""Acts on people that are refused, each with one sentence for whoever tried."""


class Unchanged(Exception):
    """The act cannot be done; the sentence says why and how to go on. Nothing was changed."""


class NotAdmitted(Unchanged):
    """The account cannot be made; the sentence says why and how to go on. Nothing was changed."""
