"""Words in a database, compared whatever their capitals and accents, on either database alike.

Organisation.objects.filter(is_called("name", "FANFARE DE BRÈVES"))
Case.objects.filter(holds("title", "élan"))
"""

from typing import Any

from django.db.models import CharField, Func, Q
from django.db.models.lookups import Contains, Exact

from petitevoix.kit.text import plain


class Folded(Func):
    """A text in small letters without accents."""

    function = "pv_folded"  # SQLite is taught it where its connections are made
    output_field = CharField()

    def as_postgresql(self, compiler: Any, connection: Any, **more: Any) -> Any:
        """Fold it by PostgreSQL's own means, which need no extension and no particular locale."""
        template = r"lower(regexp_replace(normalize(%(expressions)s, NFKD), '[\u0300-\u036f]', '', 'g'))"
        return self.as_sql(compiler, connection, template=template, **more)


def holds(text: Any, words: str) -> Q:
    """Ask for a text, an expression or the path of a field, in which these words stand."""
    return Q(Contains(Folded(text), plain(words)))


def is_called(text: Any, words: str) -> Q:
    """Ask for a text that consists of these words."""
    return Q(Exact(Folded(text), plain(words)))
