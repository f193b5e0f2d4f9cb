"""The nouns of this room."""

from petitevoix.cases.models.agreed import Agreement
from petitevoix.cases.models.attachment import Attachment, Draft
from petitevoix.cases.models.block import Block, Withheld
from petitevoix.cases.models.bulk import BulkAct
from petitevoix.cases.models.case import Case, Participant
from petitevoix.cases.models.checklist import Checklist, Procedure, Snag, Step
from petitevoix.cases.models.closure import Closure
from petitevoix.cases.models.error import OurError, Touched
from petitevoix.cases.models.fact import Fact
from petitevoix.cases.models.familiar import Familiar
from petitevoix.cases.models.follow import Follow
from petitevoix.cases.models.joining import Joining, LeftOut, Link
from petitevoix.cases.models.last_call import LastCall
from petitevoix.cases.models.macro import Macro, MacroRun
from petitevoix.cases.models.mention import Mention
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
from petitevoix.cases.models.spam import Spam
from petitevoix.cases.models.summary import Summary
from petitevoix.cases.models.tab import Tab
from petitevoix.cases.models.tag import Tag, Tagging
from petitevoix.cases.models.tally import Rest, Tally
from petitevoix.cases.models.view import View, ViewCount
from petitevoix.cases.models.wording import InternalWord

__all__ = [
    "Agreement", "Attachment", "Block", "BulkAct", "Case", "Checklist", "Closure", "Draft", "Fact", "Familiar",
    "Follow", "InternalWord", "Joining", "LastCall", "LeftOut", "Link", "Macro", "MacroRun", "Mention", "Message",
    "Offer", "OurError", "Participant", "PersonMerge", "Presence", "Procedure", "Promise", "Question", "ReadyAnswer",
    "Recipient", "Relay", "Rest", "Snag", "Snooze", "Spam", "Step", "Summary", "Tab", "Tag", "Tagging", "Tally",
    "Touched", "View", "ViewCount", "Withheld",
]  # fmt: skip
