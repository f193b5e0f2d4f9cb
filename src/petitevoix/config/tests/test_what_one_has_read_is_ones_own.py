"""What an advisor has read is told to their own pages, and to nobody else's."""

from petitevoix.config.live_readers import StaffReader
from petitevoix.config.live_words import tell
from petitevoix.journal.tail import News


def test_only_who_read_their_mentions_hears_of_it(db):
    [told] = tell([News(id=0, name="", topic="mentions", facts={"advisor": 3})])
    assert told.to(StaffReader(advisor=3))
    assert told.to(StaffReader(advisor=4)) == b""
