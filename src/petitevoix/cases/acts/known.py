"""Every act, in the order they are done: a case is set aside and handed on once all is said of it."""

from petitevoix.cases.acts.act import Act
from petitevoix.cases.acts.adding import Listed, Noted
from petitevoix.cases.acts.moving import Aside, Hand, Turn
from petitevoix.cases.acts.sorting import Described, Faulted, Tagged, Wished

ACTS: dict[str, Act] = {
    act.key: act for act in (Tagged(), Described(), Wished(), Faulted(), Listed(), Noted(), Turn(), Aside(), Hand())
}
