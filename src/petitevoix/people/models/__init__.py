"""The nouns of this room."""

from petitevoix.people.models.advisor import Advisor, Team
from petitevoix.people.models.field import Field
from petitevoix.people.models.organisation import Domain, Organisation
from petitevoix.people.models.pace import Pace
from petitevoix.people.models.person import Address, Note, Person
from petitevoix.people.models.strength import Strength
from petitevoix.people.models.twins import Trait, Twins

__all__ = [
    "Address", "Advisor", "Domain", "Field", "Note", "Organisation", "Pace", "Person", "Strength", "Team", "Trait",
    "Twins",
]  # fmt: skip
