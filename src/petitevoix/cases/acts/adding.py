"""Acts that add to a case: a note among us, a checklist."""

from django.utils.translation import gettext as _

from petitevoix.cases.actions.checklists import add_procedure, remove_checklist
from petitevoix.cases.actions.noting import note, withdraw_note
from petitevoix.cases.actions.ready import LONGEST, filled
from petitevoix.cases.acts.act import Act, Given, Left
from petitevoix.cases.models import Case, Checklist, Message, Procedure, Step
from petitevoix.cases.refusals import Refused
from petitevoix.kit.text import one_line, storable
from petitevoix.people.models import Advisor


class Noted(Act):
    """`words`, with the places that a ready answer has."""

    key = "note"

    def read(self, given: Given, by: Advisor) -> Given:
        words = storable(str(given.get("words") or "")).replace("\r\n", "\n").strip()
        if len(words) > LONGEST:
            raise Refused(_("A ready answer has at most %(most)s characters.") % {"most": LONGEST})
        return {"words": words} if words else {}

    def says(self, given: Given, by: Advisor) -> str:
        return _("A note among us: %(words)s") % {"words": one_line(given["words"], 200)}

    def fills(self, given: Given, case: Case, by: Advisor) -> Given:
        return {"words": filled(given["words"], case, by, by.language)}

    def does(self, case: Case, by: Advisor, given: Given) -> Left | None:
        return note(case, by=by, words=self.fills(given, case, by)["words"]).pk

    def stands(self, case: Case, left: Left) -> bool:
        return Message.objects.filter(pk=left, case=case, withdrawn_at=None).exists()

    def undoes(self, case: Case, by: Advisor, left: Left) -> None:
        withdraw_note(Message.objects.get(pk=left), by=by)


class Listed(Act):
    """`procedure`: its number."""

    key = "checklist"

    def read(self, given: Given, by: Advisor) -> Given:
        return {"procedure": _procedure(given["procedure"], by).pk} if given.get("procedure") else {}

    def says(self, given: Given, by: Advisor) -> str:
        found = Procedure.objects.filter(pk=given["procedure"]).first()
        return _("It gets the checklist “%(name)s”.") % {"name": found.name if found else "…"}

    def does(self, case: Case, by: Advisor, given: Given) -> Left | None:
        if Checklist.objects.filter(case=case, procedure=given["procedure"], removed_at=None).exists():
            return None  # it is there already
        return add_procedure(case, _procedure(given["procedure"], by), by=by).pk

    def stands(self, case: Case, left: Left) -> bool:
        """Nobody has begun it."""
        there = Checklist.objects.filter(pk=left, case=case, removed_at=None, left_at=None)
        begun = Step.objects.filter(checklist=left).exclude(done_at=None, result="")
        return there.exists() and not begun.exists()

    def undoes(self, case: Case, by: Advisor, left: Left) -> None:
        remove_checklist(Checklist.objects.get(pk=left), by=by)


def _procedure(pk: int, by: Advisor) -> Procedure:
    found = Procedure.objects.in_use().visible_to(by).filter(pk=pk).first()
    if found is None:
        raise Refused(_("There is no such procedure."))
    return found
