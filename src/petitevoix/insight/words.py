"""The measures in words: what each is, how it is counted, and what is told beside it."""

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
            N(
                "A promise belongs to the day it falls due: the last date the person accepted before the one "
                "before had passed, else the first one."
            ),
            N(
                "It is kept when it was done by then and the person did not say otherwise within 7 days; before "
                "that it is not counted yet."
            ),
            N("Only the person can let us off. What was moved is told beside it, so that soft promises show."),
        ),
        more_is_better=True,
    ),
    "M2": Words(
        N("Every question answered"),
        N("Of the messages that asked something, those in which every question had its answer."),
        (
            N(
                "A message belongs to the day it came, and is judged by how things stood 14 days later; younger "
                "ones are not counted yet."
            ),
            N(
                "A question has its answer when we answered, when we said why we cannot, or when we promised a "
                "date and kept it; not when the person had to ask again."
            ),
            N(
                "Messages that nobody answered at all count as well. Read it with “Same answer twice”: a quick "
                "answer that misses shows there."
            ),
        ),
        more_is_better=True,
    ),
    "M3": Words(
        N("Same answer twice"),
        N("Of the answers sent after the person said the one before had missed, those that said the same again."),
        (
            N(
                "An answer belongs to the moment it was sent. Two answers are the same when their runs of five "
                "words are alike at 0.8 or more; greeting, signature and quotes do not count."
            ),
            N("Answers taken back before they left are not counted. Read it with “Every question answered”."),
        ),
        more_is_better=False,
    ),
    "M7": Words(
        N("Closed without a word"),
        N(
            "Of the cases closed and the faults mended for somebody, those where the person was not told what it "
            "was and what was done."
        ),
        (
            N(
                "A closing is silent when no words say both within one working day, when they did not arrive, or "
                "when the fault was ours and the acknowledgment or the repair is missing."
            ),
            N(
                "Closed because nobody wrote any more, it is silent unless the person was warned twice, from at "
                "least 14 days before, and could answer."
            ),
            N(
                "When a fault of ours is mended, each person it touched counts once more. Its counterpart, dead "
                "ends, is not counted yet."
            ),
        ),
        more_is_better=False,
    ),
}

COMPANIONS = {
    "moved": N("moved to another date, with the person’s consent"),
    "broken_in_silence": N("late, and no word before the date"),
    "median_lateness": N("how late the late ones are (half of them more)"),
    "per_question": N("question by question"),
    "set_aside": N("set aside by us as no question"),
    "unanswered_now": N("questions without an answer today, whenever they were asked"),
    "oldest_unanswered": N("the oldest of them waits for"),
    "nothing_of_their_own": N("of all answers, those that mention nothing of the person’s own"),
    "stopped_then_changed": N("answers stopped by the review, then changed"),
    "apology_completeness": N("where the fault was ours: acknowledgment, explanation, repair, what changes"),
    "reversed": N("closings that the person undid within 14 days"),
}
