"""What every act can: be read, done, said in words, and taken back where it still stands."""

from typing import Any

from petitevoix.cases.models import Case
from petitevoix.people.models import Advisor

Given = dict[str, Any]  # how an act is to be done, as it is kept: plain JSON
Left = Any  # what taking it back needs: plain JSON


class Act:
    key: str

    def read(self, given: Given, by: Advisor) -> Given:
        """Read how it is to be done, as somebody wrote it; {} where nothing is asked. Raises Refused."""
        raise NotImplementedError

    def says(self, given: Given, by: Advisor) -> str:
        """Say in words what it will do."""
        raise NotImplementedError

    def fills(self, given: Given, case: Case, by: Advisor) -> Given:
        """Fill in what it takes of a case, so that it is said as it will be."""
        return given

    def does(self, case: Case, by: Advisor, given: Given) -> Left | None:
        """Do it, and give what taking it back needs; None where nothing changed. Raises Refused."""
        raise NotImplementedError

    def stands(self, case: Case, left: Left) -> bool:
        """Tell whether a case still stands as this act left it."""
        raise NotImplementedError

    def undoes(self, case: Case, by: Advisor, left: Left) -> None:
        """Take it back. Raises Refused."""
        raise NotImplementedError
