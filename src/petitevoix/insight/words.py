"""The measures in words: what each is, how it is counted, where it draws its lines, and what is told beside it."""

from dataclasses import dataclass

from django.utils.translation import gettext_noop as N


@dataclass(frozen=True)
class Words:
    """What is said of one measure, in English: the catalogue has the French."""

    name: str
    what: str
    how: tuple[str, ...]
    more_is_better: bool


MEASURES = {
    "M1": Words(
        N("Promises kept"),
        N("Of the promises that fell due, those we kept by their date."),
        (
            N("A promise belongs to the day it falls due: the last date the person accepted in time, or the first."),
            N("It is kept when it was done by then and the person did not say otherwise in the days that followed."),
            N("Only the person can let us off. Those moved to a later date show beside it."),
        ),
        more_is_better=True,
    ),
    "M2": Words(
        N("Every question answered"),
        N("Of the messages that asked something, those in which every question had its answer."),
        (
            N("A message belongs to the day it came, and is judged by how things stood when its time was over."),
            N("A question has its answer when we gave one, said why we cannot, or promised a date and kept it."),
            N("It has none where the person had to ask again. Messages that nobody answered at all count as well."),
        ),
        more_is_better=True,
    ),
    "M3": Words(
        N("Same answer twice"),
        N("Of the answers sent after the person said the one before had missed, those that said the same again."),
        (
            N("An answer belongs to the moment it was sent; one taken back before it left was none."),
            N("Two answers are the same when enough of their words, read five by five, are the same."),
            N("Greeting, signature and quotes do not count."),
        ),
        more_is_better=False,
    ),
    "M7": Words(
        N("Closed without a word"),
        N("Of the cases closed and faults mended, those where the person was not told what it was and what was done."),
        (
            N("A closing is silent when no words that reached the person say both, soon enough."),
            N("So is one where the fault was ours and the acknowledgment or the repair is missing."),
            N("So is one because nobody wrote any more, unless the person was warned in time and could answer."),
            N("When a fault of ours is mended, each case it touched counts once more."),
        ),
        more_is_better=False,
    ),
}

COMPANIONS = {
    "moved": N("moved to another date, with the person’s consent"),
    "broken_in_silence": N("late, and no word before the date"),
    "median_lateness": N("how late the late ones are, at the median"),
    "per_question": N("question by question"),
    "set_aside": N("set aside by us as no question"),
    "called_spam": N("messages with a question that lie in Spam, and are not counted"),
    "unanswered_now": N("without an answer today, whenever they were asked"),
    "oldest_unanswered": N("the oldest of them waits for"),
    "why_unanswered": N("of them, those that ask why and have no reason"),
    "nothing_of_their_own": N("of all answers, those that mention nothing of the person’s own"),
    "stopped_then_changed": N("stopped before they left, then changed"),
    "apology_completeness": N("how whole our apologies are, of their four parts"),
    "reversed": N("closings that the person undid soon after"),
}

LINES = {
    "disputable_days": N("a promise can be disputed for %(line)s days"),
    "window_days": N("a message has %(line)s days"),
    "likeness": N("the same from %(line)s (1 is word for word)"),
    "told_within_working_hours": N("soon enough is within %(line)s working hours"),
    "warnings": N("in time is %(line)s warnings"),
    "warned_over_days": N("the first of them %(line)s days before"),
    "reversible_days": N("soon after is within %(line)s days"),
}

COUNTERPARTS = {
    "moved": N("Read it with those moved: soft promises are easily kept."),
    "M2": N("Read it with “Every question answered”: silence never repeats itself."),
    "M3": N("Read it with “Same answer twice”: an answer that is none shows there."),
    "M6": N("Its counterpart, dead ends, is not counted yet."),
}
