"""`petitevoix advisor`: accounts of those who answer."""

from __future__ import annotations

import argparse
import sys

from petitevoix.config.cli.main import refuse, use_django

ROLES = ["advisor", "lead", "maker", "keeper", "admin"]


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command to its parser."""
    acts = parser.add_subparsers(dest="act", metavar="ACT", required=True)
    add = acts.add_parser("add", help="make an account; prints a one-time link when no password is given")
    add.add_argument("email", metavar="EMAIL")
    add.add_argument("--name", required=True, help="as persons will read it under an answer")
    add.add_argument("--role", choices=ROLES, default="advisor")
    add.add_argument(
        "--team", action="append", default=[], metavar="NAME", help="made when there is none; may be repeated"
    )
    add.add_argument("--language", choices=["fr", "en"], default="", help="of the workspace")
    add.add_argument("--password-stdin", action="store_true", help="read the password from standard input")
    acts.add_parser("list", help="print who has an account")


def run(args: argparse.Namespace) -> int:
    """Do what the command says; 1 where it is refused."""
    use_django()
    return _add(args) if args.act == "add" else _list()


def _add(args: argparse.Namespace) -> int:
    from django.db import transaction

    from petitevoix.people.actions import add_advisor, found_team
    from petitevoix.people.refusals import NotAdmitted

    password = sys.stdin.readline().rstrip("\r\n") if args.password_stdin else None
    try:
        with transaction.atomic():
            advisor = add_advisor(
                email=args.email, name=args.name, role=args.role, password=password, language=args.language,
                teams=[found_team(name, by="operator") for name in args.team], by="operator",
            )  # fmt: skip
    except NotAdmitted as refused:
        return refuse(str(refused))
    print(f"{advisor.name} ({advisor.email}) has an account as {advisor.role}.")
    if password is None:
        from petitevoix.web.account.welcome import one_time_link

        print(f"To choose a password, once, within three days:\n{one_time_link(advisor)}")
    return 0


def _list() -> int:
    from petitevoix.people.models import Advisor

    for advisor in Advisor.objects.prefetch_related("teams"):
        teams = ", ".join(team.name for team in advisor.teams.all()) or "-"
        print(f"{advisor.email}\t{advisor.name}\t{advisor.role}{'' if advisor.is_active else ' (left)'}\t{teams}")
    return 0
