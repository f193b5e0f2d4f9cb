"""Ports for the servers of a test."""

import secrets
import socket


def free_port() -> int:
    """Find a port to listen on, now and again later, that no connection is given meanwhile.

    Systems give theirs from above 32768 (Linux) or 49152 (elsewhere): a house that has gone down finds its own taken.
    """
    while True:
        port = 15_000 + secrets.randbelow(17_000)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        return port
