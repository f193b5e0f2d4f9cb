"""M3, the same answer twice: sent again to a person who had said that it missed."""

from collections.abc import Iterable, Iterator

from petitevoix.insight.measure import Measure
from petitevoix.insight.period import Period
from petitevoix.insight.records import Reply
from petitevoix.insight.summing import Item, Sum, share
from petitevoix.insight.thresholds import Thresholds


def twice(replies: Iterable[Reply], period: Period, lines: Thresholds) -> Measure:
    """Count, of the replies sent in a period after the one before had missed, those that said the same.

    T = our replies after the person said so; SAT = #{r in T: greatest likeness to an earlier reply ≥ 0.8} / |T|. The
    likeness (Jaccard over words in fives) was taken when the reply was reviewed. A reply matures at once.
    """
    return tell(Sum.of(items(replies, lines), period), lines)


def items(replies: Iterable[Reply], lines: Thresholds) -> Iterator[Item]:
    """Give what each reply that was reviewed, and left, adds."""
    for one in replies:
        if one.reviewed and not one.withdrawn:
            counts = share("nothing_", one.own_facts == 0) | {"changed": int(one.changed)}
            if one.missed:
                counts |= share("", one.likeness is not None and one.likeness >= lines.likeness)
            yield Item(one.at, one.team, counts)


def tell(added: Sum, lines: Thresholds) -> Measure:
    """Make the measure of what was added up."""
    return Measure(
        "M3",
        added.ratio(),
        {"nothing_of_their_own": added.ratio("nothing_"), "stopped_then_changed": added.counts["changed"]},
        {"likeness": lines.likeness},
        read_with="M2",
    )
