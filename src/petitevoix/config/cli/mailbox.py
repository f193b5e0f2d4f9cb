"""`petitevoix mailbox`: addresses the teams read and write from."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any

from petitevoix.config.cli.main import refuse, use_django

if TYPE_CHECKING:
    from petitevoix.channels.email.models import Mailbox
    from petitevoix.people.models import Team


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command to its parser."""
    acts = parser.add_subparsers(dest="act", metavar="ACT", required=True)
    add = acts.add_parser("add", help="add a mailbox; without --imap its letters come by LMTP, SMTP or a pipe")
    add.add_argument("address", metavar="ADDRESS")
    _describe(add)
    change = acts.add_parser("change", help="change what is given of a mailbox")
    change.add_argument("address", metavar="ADDRESS")
    _describe(change)
    acts.add_parser("list", help="print the mailboxes and how they are")
    for name, help_ in (
        ("test", "send itself a letter and wait for it"),
        ("remove", "stop reading and writing there"),
        ("front", "have it answer what is asked on our pages"),
    ):
        acts.add_parser(name, help=help_).add_argument("address", metavar="ADDRESS")
    acts.choices["test"].add_argument("--wait", type=float, default=60, metavar="SECONDS", help="at most so long")


def run(args: argparse.Namespace) -> int:
    """Do what the command says; 1 where it is refused or the test fails."""
    use_django()
    from petitevoix.cases.refusals import Refused

    try:
        return {"add": _add, "change": _change, "list": _list, "test": _test, "remove": _remove, "front": _front}[
            args.act
        ](args)
    except Refused as refused:
        return refuse(str(refused))


def _describe(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--name", help="what persons read beside the address")
    parser.add_argument("--imap", metavar="URL", help="imaps://user@host:993/INBOX")
    parser.add_argument("--smtp", metavar="URL", help="smtps://user@host:465 or smtp://user@host:587")
    parser.add_argument("--team", metavar="NAME", help="who reads it")
    parser.add_argument("--history", action="store_true", default=None, help="take in what lies there already, too")
    secret = parser.add_mutually_exclusive_group()
    secret.add_argument("--password-stdin", action="store_true", help="read the password from standard input")
    secret.add_argument(
        "--xoauth2-stdin", action="store_true",
        help="for Google and Microsoft: read JSON with client_id, refresh_token and token_url from there",
    )  # fmt: skip


def _add(args: argparse.Namespace) -> int:
    from petitevoix.channels.email import mailboxes

    if (args.imap or args.smtp) and not _has_secret(args) and sys.stdin.isatty():
        import getpass

        args.typed = getpass.getpass("Password of the mailbox (empty for none): ")
    mailbox = mailboxes.add(address=args.address, by="operator", **_given(args))
    print(f"{mailbox.address} is a mailbox now. Try it: petitevoix mailbox test {mailbox.address}")
    return 0


def _change(args: argparse.Namespace) -> int:
    from petitevoix.channels.email import mailboxes

    mailbox = mailboxes.change(_named(args.address), by="operator", **_given(args))
    print(f"{mailbox.address} is changed.")
    return 0


def _list(_args: argparse.Namespace) -> int:
    from petitevoix.channels.email.models import Mailbox

    for mailbox in Mailbox.objects.active().select_related("team"):
        ways = ", ".join(url for url in (mailbox.imap_url, mailbox.smtp_url) if url) or "handed over by a mail server"
        unseen = "not looked at yet" if mailbox.imap_url and not mailbox.looked_at else ""
        health = mailbox.trouble or mailbox.sending_trouble or unseen or "well"
        print(f"{mailbox.address}\t{mailbox.name or '-'}\t{mailbox.team or '-'}\t{ways}\t{health}")
    return 0


def _test(args: argparse.Namespace) -> int:
    from petitevoix.channels.email import mailboxes
    from petitevoix.channels.email.doors.imap_session import Trouble

    mailbox = _named(args.address)
    try:
        seconds = mailboxes.test(mailbox, timeout=args.wait)
    except Trouble as trouble:
        return refuse(str(trouble))
    print(f"We sent ourselves a letter and it came back in {seconds:.1f} s.")
    if not mailbox.takes_tags:
        print("Letters to the address with +something do not arrive there: answers will be asked to the plain address.")
    return 0


def _remove(args: argparse.Namespace) -> int:
    from petitevoix.channels.email import mailboxes

    mailboxes.remove(_named(args.address), by="operator")
    print(f"{args.address} is no longer read; its cases and letters stay.")
    return 0


def _front(args: argparse.Namespace) -> int:
    from petitevoix.channels.email import mailboxes

    mailboxes.put_in_front(_named(args.address), by="operator")
    print(f"What is asked on our pages comes to {args.address}.")
    return 0


def _named(address: str) -> Mailbox:
    from petitevoix.cases.refusals import Refused
    from petitevoix.channels.email.models import Mailbox

    mailbox = Mailbox.objects.active().at(address).first()
    if mailbox is None:
        raise Refused(f"No mailbox is called {address}; `petitevoix mailbox list` prints them.")
    return mailbox


def _given(args: argparse.Namespace) -> dict[str, Any]:
    given: dict[str, Any] = {"name": args.name, "imap_url": args.imap, "smtp_url": args.smtp}
    given |= {"takes_history": args.history, "team": _team(args.team) if args.team else None}
    if args.password_stdin:
        given |= {"secret": sys.stdin.readline().rstrip("\r\n"), "sign_in": "password"}
    elif args.xoauth2_stdin:
        given |= {"secret": sys.stdin.read().strip(), "sign_in": "xoauth2"}
    elif getattr(args, "typed", ""):
        given["secret"] = args.typed
    return {name: value for name, value in given.items() if value is not None}


def _has_secret(args: argparse.Namespace) -> bool:
    from petitevoix.channels.email.server import split_password

    typed = any(split_password(url or "")[1] for url in (args.imap, args.smtp))
    return args.password_stdin or args.xoauth2_stdin or typed


def _team(name: str) -> Team:
    from petitevoix.people.actions import found_team

    return found_team(name, by="operator")
