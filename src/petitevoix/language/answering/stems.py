"""The stems of the words that carry meaning, in French and English."""

import re
from functools import lru_cache
from typing import Any

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+")
_SMALL_WORDS = """
le la les un une des du de d l à a au aux ce cet cette ces c et ou où mais donc car ni je tu il elle on nous vous
ils elles me te se m t s mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs y en que qu qui quoi dont
est sont suis êtes être avoir ai as avez avons ont ne n pas plus pour par sur dans avec sans sous chez quand comment
pourquoi combien quel quelle quels quelles puis peux pouvez peut pourrais pourriez dois doit faut merci bonjour svp
plaît si aussi bien sera serai fait faire va vais allez encore très tout tous toute cela ça entre depuis vers même
peu the an and or but of to in at by for from with without is are was were be been am i you he she it we they him
her us them my your his its our their this that these those do does did have has had will would can could should may
might must not no so if then when where why how what which who whom please thanks hello get got there here any some
up out about into over just also it's
"""
_SMALL = frozenset(_SMALL_WORDS.split())


@lru_cache(maxsize=4_000)
def stems(text: str, language: str | None = None) -> frozenset[str]:
    """Return the stems of the words of a text; with no language known, those of both."""
    words = [word for word in _WORD.findall(text.lower()) if word not in _SMALL]
    names = {"fr": ("french",), "en": ("english",)}.get(language or "", ("french", "english"))
    return frozenset(stem for name in names for stem in _stemmer(name).stemWords(words))


@lru_cache(maxsize=2)
def _stemmer(name: str) -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer(name)
