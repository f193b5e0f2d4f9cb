"""What every channel says of itself."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Capabilities:
    """What a channel can do; nothing deeper asks which channel it is."""

    is_live: bool  # the other side is there now
    can_thread: bool  # an answer names what it answers
