"""The nouns of this room."""

from petitevoix.cases.models.attachment import Attachment, Draft
from petitevoix.cases.models.block import Block, Withheld
from petitevoix.cases.models.case import Case, Participant
from petitevoix.cases.models.closure import Closure
from petitevoix.cases.models.error import OurError, Touched
from petitevoix.cases.models.last_call import LastCall
from petitevoix.cases.models.message import Message
from petitevoix.cases.models.person_merge import PersonMerge
from petitevoix.cases.models.presence import Presence
from petitevoix.cases.models.promise import Promise
from petitevoix.cases.models.question import Question
from petitevoix.cases.models.tally import Tally
from petitevoix.cases.models.wording import InternalWord

__all__ = [
    "Attachment", "Block", "Case", "Closure", "Draft", "InternalWord", "LastCall", "Message", "OurError", "Participant",
    "PersonMerge", "Presence", "Promise", "Question", "Tally", "Touched", "Withheld",
]  # fmt: skip
