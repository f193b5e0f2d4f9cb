"""The sections of the settings, and who may open which."""

from typing import NamedTuple

from petitevoix.people.models import Advisor
from petitevoix.web.shared.jinja import speaking
from petitevoix.web.shared.language import page_language

ROOT = "/desk/settings/"


class Section(NamedTuple):
    key: str
    name: str

    @property
    def path(self) -> str:
        return f"{ROOT}{self.key}/"


def sections(advisor: Advisor) -> list[Section]:
    """List the sections this advisor may open, the house first and themselves last."""
    _ = speaking(page_language())  # every page says them
    every = [
        (Section("mailboxes", _("Mailboxes")), advisor.runs_the_house),
        (Section("staff", _("Teams and advisors")), advisor.runs_the_house),
        (Section("fields", _("Fields of ours")), advisor.runs_the_house),
        (Section("outside", _("Other systems")), advisor.runs_the_house),
        (Section("quarantine", _("Quarantine")), advisor.sees_all),
        (Section("words", _("Words of ours")), advisor.sees_all),
        (Section("tags", _("Tags")), advisor.sees_all),
        (Section("agreed", _("What we agreed")), advisor.sees_all),
        (Section("hours", _("Hours of the teams")), advisor.sees_all),
        (Section("turns", _("Whose turn it is")), advisor.sees_all),
        (Section("outbox", _("Outbox")), True),
        (Section("ready-answers", _("Ready answers")), advisor.answers),
        (Section("macros", _("Macros")), advisor.answers),
        (Section("checklists", _("Checklists")), advisor.answers),
        (Section("jobs", _("Jobs laid aside")), advisor.runs_the_house),
        (Section("away", _("Who is away")), True),
        (Section("search", _("Search")), advisor.runs_the_house),
        (Section("components", _("Components")), True),
        (Section("told", _("What I am told")), True),
        (Section("pace", _("Pace")), advisor.answers),
        (Section("shown", _("As persons read me")), advisor.answers),
        (Section("me", _("My account")), True),
    ]
    return [section for section, is_open in every if is_open]
