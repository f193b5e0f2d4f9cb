"""M3, the same answer twice: sent again to a person who had said that it missed."""

from collections.abc import Iterable

from petitevoix.insight.measure import Measure
from petitevoix.insight.period import Period
from petitevoix.insight.ratio import Ratio
from petitevoix.insight.records import Reply
from petitevoix.insight.thresholds import Thresholds


def twice(replies: Iterable[Reply], period: Period, lines: Thresholds) -> Measure:
    """Count, of the replies sent in a period after the one before had missed, those that said the same.

    T = our replies after the person said so; SAT = #{r in T: greatest likeness to an earlier reply ≥ 0.8} / |T|. The
    likeness (Jaccard over words in fives) was taken when the reply was reviewed. A reply matures at once.
    """
    sent = [one for one in replies if one.reviewed and not one.withdrawn and one.at in period]
    return Measure(
        "M3",
        Ratio.of(one.likeness is not None and one.likeness >= lines.likeness for one in sent if one.missed),
        {
            "nothing_of_their_own": Ratio.of(one.own_facts == 0 for one in sent),
            "stopped_then_changed": sum(one.changed for one in sent),
        },
        {"likeness": lines.likeness},
        read_with="M2",
    )
