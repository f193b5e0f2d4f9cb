"""An error of ours that touched many: declared, repaired for each of them, each told in their own case."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from petitevoix.cases import postscript
from petitevoix.cases.access import must_answer
from petitevoix.cases.actions.reviewing import findings
from petitevoix.cases.actions.telling import tell
from petitevoix.cases.models import Case, OurError, Touched
from petitevoix.cases.refusals import Refused
from petitevoix.jobs.tasks import task
from petitevoix.journal.record import record
from petitevoix.kit import clock
from petitevoix.kit.ids import references_in
from petitevoix.kit.text import in_words, one_line
from petitevoix.language.detect import language_of
from petitevoix.people.models import Advisor
from petitevoix.review.numbers import EMAIL
from petitevoix.review.seeing import fold, words_of

FOR_NOBODY = {"do_not_reply", "placeholder", "secret", "sales"}  # findings that stop what is written to many


def declare(
    *, by: Advisor, title: str, effect: str, cause: str = "", since: datetime | None = None, cases: Sequence[Case] = ()
) -> OurError:
    """Declare an error of ours, with what it did to people; it stays in the register, which anybody may read.

    Raises Refused: no words, or some that name a person's address or case; a beginning that is still to come.
    """
    must_answer(by)
    title, effect = one_line(in_words(title), 200), in_words(effect)
    if not title or not effect:
        raise Refused(_("An error is declared with what it is, and what it did to people."))
    if since and since > clock.now():
        raise Refused(_("An error began before it is declared: say since when, or leave it out."))
    _must_name_nobody(cases, title, effect, cause)
    with transaction.atomic():
        error = OurError.objects.create(
            title=title, effect=effect, cause=in_words(cause), since=since or clock.now(), by=by
        )
        record("error.declared", error, by=by, proven=True, title=title, effect=effect, cause=error.cause)
        touch(error, cases, by=by)
    return error


def touch(error: OurError, cases: Sequence[Case], *, by: Advisor) -> None:
    """Say which cases an error touched; each is ours to repair, whether its person complained or not.

    Raises Refused once it is mended: nobody would tell those who come later.
    """
    must_answer(by)
    if cases and error.mended_at:
        raise Refused(_("This error is already mended, and its persons are being told."))
    with transaction.atomic():
        for case in cases:
            case = Case.objects.locked(case.pk)
            _row, is_new = Touched.objects.get_or_create(error=error, case=case)
            if is_new:
                with case.changing():
                    case.fault = Case.Fault.OURS
                record("error.touched", case, by=by, proven=True, error=error.pk, team=case.team_id)


def mend(error: OurError, *, by: Advisor, cause: str, repair: str, words: str, translation: str = "") -> OurError:
    """Say that it is mended: one act writes to each person touched, each in their case, with the explanation.

    The `translation` goes to those who read the other of our languages. Raises Refused without cause, repair, or words,
    for words that no letter may hold or that some cannot read, or where it was mended before.
    """
    must_answer(by)
    cause, repair, words, translation = (in_words(said) for said in (cause, repair, words, translation))
    if not (cause and repair and words):
        raise Refused(_("Say what caused it, how it is repaired, and what you write to each person."))
    with transaction.atomic():
        error = OurError.objects.select_for_update().get(pk=error.pk)
        if error.mended_at:
            raise Refused(_("This error is already mended, and its persons are being told."))
        error.cause, error.repair, error.mended_at = cause, repair, clock.now()
        error.save(update_fields=["cause", "repair", "mended_at"])
        cases = list(Case.objects.filter(errors__error=error).select_related("person"))
        _must_name_nobody(cases, cause, repair)
        touched = [case.pk for case in cases]
        texts = _in_each_language(cases, words, translation, by)
        record("error.mended", error, by=by, proven=True, cause=cause, repair=repair, touched=touched)
        for case in cases:
            tell_one.enqueue(error_id=error.pk, case_id=case.pk, advisor_id=by.pk, words=texts[_reads(case)])
    return error


def _must_name_nobody(cases: Sequence[Case], *words: str) -> None:
    said = "\n".join(words)
    seen = f" {' '.join(words_of(fold(said)))} "
    names = {case.person.name for case in cases if case.person.name}
    named = [*EMAIL.findall(said), *references_in(said)]
    named += sorted(name for name in names if f" {' '.join(words_of(fold(name)))} " in seen)
    if named:
        raise Refused(_("The register is open to anybody: take out %(names)s.") % {"names": ", ".join(named[:3])})


def _in_each_language(cases: Sequence[Case], words: str, translation: str, by: Advisor) -> dict[str, str]:
    """Give the text for each language that is read, each looked at as one letter is. Raises Refused."""
    written = language_of(words, "xx")  # too short to tell
    other = {"fr": "en", "en": "fr"}.get(written, "")
    texts = {}
    for case in cases:
        reads = _reads(case)
        if reads in texts:
            continue
        text = translation if translation and reads == other else words
        if reads == other and not translation:
            raise Refused(
                _("Some of them read English: write it in English as well.") if other == "en"
                else _("Some of them read French: write it in French as well.")
            )  # fmt: skip
        stops = [one for one in findings(case, text, by=by) if one.blocks and one.code in FOR_NOBODY]
        if stops:
            raise Refused(stops[0].message)
        texts[reads] = text
    return texts


def _reads(case: Case) -> str:
    return case.person.spoken or case.language  # nothing where nobody knows


@task(queue="reactions", priority=4)
def tell_one(error_id: int, case_id: int, advisor_id: int, words: str) -> None:
    """Tell the person of one case; done twice is done once. Whose turn it is does not change."""
    with transaction.atomic():
        case = Case.objects.locked(case_id)
        touched = Touched.objects.select_for_update().get(error=error_id, case=case)
        if touched.told_at:
            return
        by = Advisor.objects.get(pk=advisor_id)
        message = tell(
            case, words, purpose="reply", language=case.spoken, by=by, postscript=postscript.of_error
        )  # fmt: skip
        touched.told_at = clock.now()
        touched.save(update_fields=["told_at"])
        record("error.told", touched.error, by=by, proven=True, case=case.pk, message=message.pk)
