"""The nouns of this room."""

from petitevoix.cases.models.attachment import Attachment, Draft
from petitevoix.cases.models.case import Case, Closure, Participant
from petitevoix.cases.models.message import Message
from petitevoix.cases.models.presence import Presence
from petitevoix.cases.models.tally import Tally

__all__ = ["Attachment", "Case", "Closure", "Draft", "Message", "Participant", "Presence", "Tally"]
