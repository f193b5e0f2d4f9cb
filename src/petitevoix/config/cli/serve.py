"""`petitevoix serve`: everything, in one process tree."""

from __future__ import annotations

import argparse
import os
import socket
import sys
from pathlib import Path

from petitevoix.config import env
from petitevoix.config.cli.main import refuse, use_django


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command to its parser."""
    parser.add_argument(
        "--demo", action="store_true", help="fill an empty data folder with a lively town, and visit it"
    )
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (%(default)s)")
    parser.add_argument("--port", type=int, default=8000, help="the port to listen on (%(default)s)")
    parser.add_argument("--lmtp", metavar="HOST:PORT", help="take letters from a mail server by LMTP there")
    parser.add_argument("--smtp", metavar="HOST:PORT", help="take letters by SMTP there")


def run(args: argparse.Namespace) -> int:
    """Prepare the house, open its doors, and stay until Ctrl-C or SIGTERM."""
    env.load_dotenv(Path.cwd() / ".env")
    try:
        listening = _bind(args.host, args.port)
    except OSError as problem:
        why = problem.strerror or str(problem)
        return refuse(f"cannot listen on {args.host}:{args.port} ({why}); choose another with --host and --port.")
    address = _address(args.host, listening.getsockname()[1])
    _settle(args, address)
    use_django(tables=False)

    from django.conf import settings

    from petitevoix.config import lock, prepare
    from petitevoix.config.supervisor import in_a_child

    prepare.make_folder(settings.DATA)
    try:
        held = lock.take(settings.DATA, _lock_name())
    except lock.Taken as taken:
        return refuse(str(taken))
    if not in_a_child(lambda: _open_the_house(args.demo)):
        return 1
    print(f"Petite Voix is open: {address}/ (workspace: {address}/desk/)", flush=True)
    if args.demo:
        from petitevoix.config.demo.welcome import welcome

        print(welcome(address), flush=True)
    code = _serve(listening)
    os.close(held)
    return code


def _open_the_house(demo: bool) -> None:
    from petitevoix.config.prepare import prepare

    prepare(lambda words: print(words, flush=True))
    if demo:
        from petitevoix.config.demo.load import load_once

        load_once(lambda words: print(words, flush=True))


def _serve(listening: socket.socket) -> int:
    # Everything the children need is imported here, once: they share it.
    import petitevoix.config.asgi
    import petitevoix.config.urls  # noqa: F401
    from petitevoix.config import web_process, work_process
    from petitevoix.config.supervisor import Child, Supervisor

    webs = env.number("WEB_PROCESSES", 1, least=1, most=64)
    children = [Child(f"web {number + 1}", lambda: web_process.run(listening)) for number in range(webs)]
    children += [Child("mail", work_process.run_mail), Child("work", work_process.run_work)]
    return Supervisor(children).run()


def _settle(args: argparse.Namespace, address: str) -> None:
    # What the command says goes the way of every setting, through the environment.
    os.environ.setdefault("PETITEVOIX_URL", address)
    for name, value in (("LMTP_LISTEN", args.lmtp), ("SMTP_LISTEN", args.smtp)):
        if value:
            host, colon, port = value.rpartition(":")
            if not colon or not port.isdecimal() or not 0 < int(port) < 65536:
                raise env.BadSetting(f"“{value}” is no place to listen; write HOST:PORT such as 127.0.0.1:2424.")
            os.environ[f"PETITEVOIX_{name}"] = f"{host or '127.0.0.1'}:{port}"
    if args.demo:
        os.environ["PETITEVOIX_DEMO"] = "on"
    if sys.platform == "darwin":
        os.environ.setdefault("no_proxy", "*")  # asking macOS for its proxies after a fork can crash


def _bind(host: str, port: int) -> socket.socket:
    family, kind, protocol, _name, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    listening = socket.socket(family, kind, protocol)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind(place)
    listening.listen(1024)
    return listening


def _address(host: str, port: int) -> str:
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]", "": "127.0.0.1"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    return f"http://{shown}:{port}"


def _lock_name() -> str:
    from django.db import connection

    # Machines that share a PostgreSQL may share the folder too; each has its own tree.
    return "serve.lock" if connection.vendor == "sqlite" else f"serve-{socket.gethostname()}.lock"
