"""What the town's team did wrong: declared where anybody reads it, and told to those it touched once it is mended."""

from datetime import datetime, timedelta

from petitevoix.cases.actions import mending
from petitevoix.cases.models import Case
from petitevoix.config.demo.people_of_the_town import Cast
from petitevoix.jobs.runner import run_until_idle
from petitevoix.kit import clock

FILE = "You have taken the money twice and my supplier was refused"
KEYS = "Peut-on me rendre les deux jours que j’ai payés avant d’habiter ici ?"
SECOND_BOX = "On recompte ensemble ma dernière facture ? Je trouve 12,40 € de trop."


def own_up(cast: Cast, now: datetime) -> None:
    """Have the town's team declare three errors, and mend two of them."""
    farid, solene, ines = (cast.advisors[key] for key in ("farid", "solene", "ines"))
    with clock.stopped_at(now - timedelta(days=16)):
        file = mending.declare(
            by=farid, title="The same file went to the bank twice", cases=_called(FILE),
            effect="Money was taken twice from those who pay on the 5th; one of them had a supplier refused.",
        )  # fmt: skip
        mending.mend(
            file, by=farid, cause="The button said nothing after the first press, so it was pressed again.",
            repair="All was returned the same day with the bank’s charges, and no file can be sent twice any more.",
            words="Hello,\n\nThe file that went to the bank twice can no longer do so: the button now says that it "
            "has been pressed. What was taken from you twice came back with the bank’s charge. It is written in the "
            "open, at the foot of our pages, so that you can hold us to it.\n\nFarid",
        )  # fmt: skip
        run_until_idle(["reactions"])
    with clock.stopped_at(now - timedelta(days=12)):
        keys = mending.declare(
            by=solene, title="Des contrats commençaient avant la remise des clefs", cases=_called(KEYS),
            effect="Des personnes ont payé un ou deux jours d’une ligne qu’elles n’avaient pas encore.",
        )  # fmt: skip
        mending.mend(
            keys, by=solene, cause="Le contrat reprenait la date de la lettre, faute de demander celle des clefs.",
            repair="Les jours ont été rendus, et l’ouverture d’un contrat demande désormais les deux dates.",
            words="Bonjour,\n\nVous nous aviez signalé deux jours de trop. Nous avons cherché les autres : tous "
            "sont rendus, et un contrat demande désormais la date des clefs. C’est écrit au registre, en bas de nos "
            "pages.\n\nSolène",
        )  # fmt: skip
        run_until_idle(["reactions"])
    with clock.stopped_at(now - timedelta(hours=20)):
        mending.declare(
            by=ines, title="Le second boîtier est compté deux fois", cases=_called(SECOND_BOX),
            effect="Une ligne « régularisation » de 6,20 € ou 12,40 € apparaît sur la facture, sans un mot.",
            cause="Le tarif d’avant est repris avec le nouveau ; nous cherchons depuis quand.",
        )  # fmt: skip
    with clock.stopped_at(now - timedelta(hours=19)):
        run_until_idle(["reactions", "delivery"])


def _called(title: str) -> list[Case]:
    return list(Case.objects.filter(title=title))
