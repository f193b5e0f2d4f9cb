"""Memory that is free is given back to the machine, where the C library can be told so (glibc)."""

import ctypes
import gc

_ARENA_MAX, _MMAP_THRESHOLD = -8, -3  # of malloc.h
_LARGE = 1 << 20


def one_heap() -> None:
    """Have all threads share one heap: they take turns in Python anyway, and each heap keeps what it has freed.

    What is large stays out of it: else what came to lie behind a model that was being read keeps its room for good.
    """
    if mallopt := getattr(ctypes.CDLL(None), "mallopt", None):
        mallopt(_ARENA_MAX, 1)
        mallopt(_MMAP_THRESHOLD, _LARGE)


def give_back() -> None:
    """Give back what is free."""
    gc.collect()
    if trim := getattr(ctypes.CDLL(None), "malloc_trim", None):
        trim(0)
