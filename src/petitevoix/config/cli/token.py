"""`petitevoix token`: keys for programs."""

from __future__ import annotations

import argparse

from petitevoix.config.cli.main import refuse, use_django

SCOPES = ["cases:read", "cases:write", "people:read", "people:write"]


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command to its parser."""
    acts = parser.add_subparsers(dest="act", metavar="ACT", required=True)
    add = acts.add_parser("add", help="make a token that acts in somebody's name; it is shown once")
    add.add_argument("email", metavar="EMAIL", help="of the advisor in whose name it acts")
    add.add_argument(
        "--scope", action="append", choices=SCOPES, help="what it may do (all of them by default); may be repeated"
    )


def run(args: argparse.Namespace) -> int:
    """Print a new token on standard output; 1 where nobody has that address."""
    use_django()
    from petitevoix.api.tokens import issue
    from petitevoix.people.models import Advisor

    advisor = Advisor.objects.active().filter(email__iexact=args.email).first()
    if advisor is None:
        return refuse(f"nobody here has the address {args.email}; `petitevoix advisor list` shows who has an account.")
    print(issue(advisor, list(dict.fromkeys(args.scope or SCOPES)), by="operator"))
    return 0
