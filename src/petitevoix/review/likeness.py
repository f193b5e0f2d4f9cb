def similarity(a: str, b: str) -> float:
    def s(x):
        w = x.lower().split()
        n = 3 if len(w) < 30 else 5
        return {tuple(w[i : i + n]) for i in range(len(w) - n + 1)}

    one, two = s(a), s(b)
    return len(one & two) / len(one | two) if one | two else 0.0
