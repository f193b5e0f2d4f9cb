"""The Wilson interval: how far a share may be from what we saw, given how little we saw."""

from math import sqrt

Z = 1.96  # 95 %


def interval(x: int, n: int) -> tuple[float, float]:
    """Give the 95 % interval of x out of n, as two shares (Wilson, JASA 22, 1927). Raises ValueError for n = 0.

    (p + z²/2n ± z·√(p(1-p)/n + z²/4n²)) / (1 + z²/n)
    """
    if not 0 <= x <= n or n == 0:
        raise ValueError(f"{x} of {n} is no share.")
    p, z2 = x / n, Z * Z
    middle, reach = p + z2 / (2 * n), Z * sqrt(p * (1 - p) / n + z2 / (4 * n * n))
    low, high = ((middle + sign * reach) / (1 + z2 / n) for sign in (-1, 1))
    # At 0 and at n the bound is p itself; rounding must not put p outside.
    return max(0.0, min(low, p)), min(1.0, max(high, p))
