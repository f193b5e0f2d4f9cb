"""Memory that is free is given back to the machine, where the C library can be told so (glibc)."""

import ctypes
import gc

_ARENA_MAX = -8  # M_ARENA_MAX of malloc.h


def one_heap() -> None:
    """Have all threads share one heap: they take turns in Python anyway, and each heap keeps what it has freed."""
    if mallopt := getattr(ctypes.CDLL(None), "mallopt", None):
        mallopt(_ARENA_MAX, 1)


def give_back() -> None:
    """Give back what is free."""
    gc.collect()
    if trim := getattr(ctypes.CDLL(None), "malloc_trim", None):
        trim(0)
