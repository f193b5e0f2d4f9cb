"""The nouns of this room."""

from petitevoix.cases.models.agreed import Agreement
from petitevoix.cases.models.attachment import Attachment, Draft
from petitevoix.cases.models.block import Block, Withheld
from petitevoix.cases.models.bulk import BulkAct
from petitevoix.cases.models.case import Case, Participant
from petitevoix.cases.models.closure import Closure
from petitevoix.cases.models.error import OurError, Touched
from petitevoix.cases.models.familiar import Familiar
from petitevoix.cases.models.joining import Joining, LeftOut, Link
from petitevoix.cases.models.last_call import LastCall
from petitevoix.cases.models.message import Message
from petitevoix.cases.models.offer import Offer
from petitevoix.cases.models.person_merge import PersonMerge
from petitevoix.cases.models.presence import Presence
from petitevoix.cases.models.promise import Promise
from petitevoix.cases.models.question import Question
from petitevoix.cases.models.ready_answer import ReadyAnswer
from petitevoix.cases.models.recipient import Recipient
from petitevoix.cases.models.relay import Relay
from petitevoix.cases.models.snooze import Snooze
from petitevoix.cases.models.summary import Summary
from petitevoix.cases.models.tag import Tag, Tagging
from petitevoix.cases.models.tally import Tally
from petitevoix.cases.models.view import View, ViewCount
from petitevoix.cases.models.wording import InternalWord

__all__ = [
    "Agreement", "Attachment", "Block", "BulkAct", "Case", "Closure", "Draft", "Familiar", "InternalWord", "Joining",
    "LastCall", "LeftOut", "Link", "Message", "Offer", "OurError", "Participant", "PersonMerge", "Presence", "Promise",
    "Question", "ReadyAnswer", "Recipient", "Relay", "Snooze", "Summary", "Tag", "Tagging", "Tally", "Touched", "View",
    "ViewCount", "Withheld",
]  # fmt: skip
