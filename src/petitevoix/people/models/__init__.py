"""The nouns of this room."""

from petitevoix.people.models.advisor import Advisor, Team
from petitevoix.people.models.field import Field
from petitevoix.people.models.organisation import Organisation
from petitevoix.people.models.person import Address, Person

__all__ = ["Address", "Advisor", "Field", "Organisation", "Person", "Team"]
