"""Accounts and teams of those who answer."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from petitevoix.hours.week import Hours
from petitevoix.journal.record import Actor, record
from petitevoix.kit import clock
from petitevoix.kit.text import one_line
from petitevoix.people.models import Advisor, Team
from petitevoix.people.refusals import NotAdmitted, Unchanged

MOST_HOURS = 400
MOST_MINUTES = 24 * 60


def add_advisor(
    *,
    email: str,
    name: str,
    by: Actor | str,
    role: str = Advisor.Role.ADVISOR,
    password: str | None = None,
    teams: Iterable[Team] = (),
    language: str = "",
) -> Advisor:
    """Make an account for somebody who joins; without a password they choose theirs through a one-time link.

    Raises NotAdmitted: an address that is none or is already taken, no name, an unknown role, a weak password.
    """
    email, name, teams = email.strip(), one_line(name, 120), list(teams)
    if not name:
        raise NotAdmitted(_("An account needs the name of its person."))
    if role not in Advisor.Role.values:
        raise NotAdmitted(_("“%(role)s” is no role.") % {"role": role})
    try:
        validate_email(email)
    except ValidationError:
        raise NotAdmitted(_("“%(email)s” is no e-mail address.") % {"email": email}) from None
    advisor = Advisor(email=email.lower(), name=name, role=role, language=language or settings.LANGUAGE_CODE)
    _choose_password(advisor, password)
    try:
        with transaction.atomic():
            if Advisor.objects.filter(email__iexact=email).exists():
                raise IntegrityError
            advisor.save()
            advisor.teams.set(teams)
            record("advisor.added", advisor, by=by, proven=True, role=role, teams=[team.pk for team in teams])
    except IntegrityError:
        raise NotAdmitted(_("%(email)s has an account already.") % {"email": email}) from None
    return advisor


def found_team(name: str, *, by: Actor | str) -> Team:
    """Give the team of this name, made when there is none yet."""
    with transaction.atomic():
        team, is_new = Team.objects.get_or_create(name=one_line(name, 80))
        if is_new:
            record("team.added", team, by=by, proven=True, team=team.pk)
    return team


def change_advisor(
    advisor: Advisor, *, by: Advisor, name: str, role: str, teams: Iterable[Team], language: str
) -> Advisor:
    """Change an advisor's name, role, teams and language. Raises Unchanged: no name, no such role, no admin left."""
    name, teams = one_line(name, 120), list(teams)
    if not name:
        raise Unchanged(_("An account needs the name of its person."))
    if role not in Advisor.Role.values:
        raise Unchanged(_("“%(role)s” is no role.") % {"role": role})
    with transaction.atomic():
        _must_leave_an_admin(without=advisor if role != Advisor.Role.ADMIN else None)
        advisor = Advisor.objects.select_for_update().get(pk=advisor.pk)
        before = advisor.role
        if by != advisor and name != advisor.name and not advisor.first_name:
            advisor.first_name = advisor.signed(Advisor.Signs.FIRST)  # what persons read is its bearer's alone
        advisor.name, advisor.role, advisor.language = name, role, language or advisor.language
        advisor.save(update_fields=["name", "first_name", "role", "language"])
        advisor.teams.set(teams)
        facts = {"before": before, "role": role, "teams": [team.pk for team in teams]}
        record("advisor.changed", advisor, by=by, proven=True, **facts)
    return advisor


def introduce(advisor: Advisor, *, name: str, language: str) -> Advisor:
    """Change how an advisor is called and in which language they work, as they say it themselves. Raises Unchanged."""
    teams = advisor.teams.all()
    return change_advisor(advisor, by=advisor, name=name, role=advisor.role, teams=teams, language=language)


def go_on_with(advisor: Advisor, afterwards: str) -> Advisor:
    """Choose what comes when an answer has left: the case still, the next one, the list. Raises Unchanged."""
    if afterwards not in Advisor.Afterwards.values:
        raise Unchanged(_("Choose one of the three."))
    advisor.afterwards = afterwards
    advisor.save(update_fields=["afterwards"])
    return advisor


def go_away(
    advisor: Advisor, *, away_from: date | None, away_until: date | None, substitute: Advisor | None
) -> Advisor:
    """Say from when until when one is away, both days included, and who stands in; no day: one is there.

    Raises Unchanged: an end before its beginning, half a period, oneself or nobody who answers as substitute.
    """
    if bool(away_from) != bool(away_until) or (away_from and away_until and away_until < away_from):
        raise Unchanged(_("An absence has its first day and its last, in this order."))
    if substitute and (substitute == advisor or not substitute.is_active or not substitute.answers):
        raise Unchanged(_("Name a colleague who answers as your substitute."))
    with transaction.atomic():
        advisor = Advisor.objects.select_for_update().get(pk=advisor.pk)
        advisor.away_from, advisor.away_until = away_from, away_until
        advisor.substitute = substitute if away_from else None
        advisor.save(update_fields=["away_from", "away_until", "substitute"])
        record(
            "advisor.away", advisor, by=advisor, substitute=advisor.substitute_id,
            away_from=away_from and away_from.isoformat(), away_until=away_until and away_until.isoformat(),
        )  # fmt: skip
    return advisor


def be_present(advisor: Advisor, *, presence: str, minutes: int | None = None) -> Advisor:
    """Say how one is present, for some minutes or until one says otherwise; research takes its time beforehand.

    It is recorded in no history: nobody's pauses are to be counted. Raises Unchanged.
    """
    if presence not in Advisor.Presence.values:
        raise Unchanged(_("“%(presence)s” is no presence.") % {"presence": presence})
    if minutes is not None and not 1 <= minutes <= MOST_MINUTES:
        raise Unchanged(_("Say for how many minutes, up to a day."))
    if presence == Advisor.Presence.RESEARCH and minutes is None:
        raise Unchanged(_("Say for how many minutes you look into it; nothing new comes to you meanwhile."))
    with transaction.atomic():
        advisor = Advisor.objects.select_for_update().get(pk=advisor.pk)
        advisor.presence = presence
        is_for_a_time = minutes and presence != Advisor.Presence.HERE
        advisor.presence_until = clock.now() + timedelta(minutes=minutes or 0) if is_for_a_time else None
        advisor.save(update_fields=["presence", "presence_until"])
    return advisor


def deactivate_advisor(advisor: Advisor, *, by: Advisor) -> Advisor:
    """Close an account: whoever is signed in with it is signed out, and its password is forgotten.

    Raises Unchanged for the last admin.
    """
    with transaction.atomic():
        _must_leave_an_admin(without=advisor)
        advisor = Advisor.objects.select_for_update().get(pk=advisor.pk)
        advisor.is_active = False
        advisor.set_unusable_password()  # sessions hang on it: should the account open again, they stay ended
        advisor.save(update_fields=["is_active", "password"])
        record("advisor.deactivated", advisor, by=by, proven=True, role=advisor.role)
    return advisor


def readmit_advisor(advisor: Advisor, *, by: Advisor) -> Advisor:
    """Open a closed account again; its holder chooses a password through a one-time link."""
    with transaction.atomic():
        advisor = Advisor.objects.select_for_update().get(pk=advisor.pk)
        advisor.is_active = True
        advisor.save(update_fields=["is_active"])
        record("advisor.readmitted", advisor, by=by, proven=True, role=advisor.role)
    return advisor


def add_team(*, name: str, is_private: bool, by: Actor | str) -> Team:
    """Make a team; the cases of a private one are for its members and leads. Raises Unchanged: no name, or taken."""
    team = Team(name=_team_name(name), is_private=is_private)
    try:
        with transaction.atomic():
            team.save()
            record("team.added", team, by=by, proven=True, team=team.pk, private=is_private)
    except IntegrityError:
        raise Unchanged(_("There is a team called %(name)s already.") % {"name": team.name}) from None
    return team


def change_team(team: Team, *, name: str, is_private: bool, by: Actor | str) -> Team:
    """Change what a team is called and who sees its cases. Raises Unchanged: no name, or taken."""
    name = _team_name(name)
    try:
        with transaction.atomic():
            team = Team.objects.select_for_update().get(pk=team.pk)
            before = team.is_private
            team.name, team.is_private = name, is_private
            team.save()
            record("team.changed", team, by=by, proven=True, team=team.pk, private=[before, is_private])
    except IntegrityError:
        raise Unchanged(_("There is a team called %(name)s already.") % {"name": name}) from None
    return team


def agree_on_hours(team: Team, *, hours: Hours, returns_after_hours: int, by: Advisor) -> Team:
    """Agree on when a team works, and how long a case waits for a silent owner before it is the team's again.

    Raises Unchanged: a delay out of bounds, no right to.
    """
    if not by.sees_all:
        raise Unchanged(_("This is decided by those who lead a team or run the house."))
    if not 1 <= returns_after_hours <= MOST_HOURS:
        raise Unchanged(_("%(hours)s hours are no delay.") % {"hours": returns_after_hours})
    with transaction.atomic():
        team = Team.objects.select_for_update().get(pk=team.pk)
        before = {"hours": team.hours, "returns_after_hours": team.returns_after_hours}
        team.hours, team.returns_after_hours = hours.kept(), returns_after_hours
        team.save(update_fields=["hours", "returns_after_hours"])
        facts = {"team": team.pk, "hours": team.hours, "returns_after_hours": returns_after_hours}
        record("team.hours_agreed", team, by=by, proven=True, before=before, **facts)
    return team


def _must_leave_an_admin(*, without: Advisor | None) -> None:
    """Lock the admins, so that two cannot leave at once, and refuse to lose the last. Raises Unchanged."""
    if without is None:
        return
    admins = list(Advisor.objects.active().filter(role=Advisor.Role.ADMIN).order_by("pk").select_for_update())
    if admins == [without]:
        raise Unchanged(_("%(name)s is the only admin. Make somebody else an admin first.") % {"name": without.name})


def _team_name(name: str) -> str:
    name = one_line(name, 80)
    if not name:
        raise Unchanged(_("A team needs a name."))
    return name


def _choose_password(advisor: Advisor, password: str | None) -> None:
    if password is None:
        advisor.set_unusable_password()
        return
    try:
        validate_password(password, advisor)
    except ValidationError as weak:
        raise NotAdmitted(" ".join(weak.messages)) from None
    advisor.set_password(password)
