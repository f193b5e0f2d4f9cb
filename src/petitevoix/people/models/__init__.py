"""The nouns of this room."""

from petitevoix.people.models.advisor import Advisor, Team
from petitevoix.people.models.person import Address, Person

__all__ = ["Address", "Advisor", "Person", "Team"]
