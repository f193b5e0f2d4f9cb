"""What the demo says when it opens: where to go, and as whom."""

from petitevoix.config.demo.people_of_the_town import PASSWORD


def welcome(address: str) -> str:
    """Name the addresses and the log-ins, in French and in English."""
    return f"""
  Bienvenue à Brèves-sur-Loire. Rien n'y est vrai, aucun courrier ne quitte cette machine.
    Demander, comme une personne     {address}/
    Répondre, comme l'équipe         {address}/desk/
    La poste de la ville             {address}/exchange/   (lisez et écrivez au nom des habitants)

  Welcome to Brèves-sur-Loire. Nothing in it is real, and no letter leaves this machine.
    Ask, as a person                 {address}/
    Answer, as the team              {address}/desk/
    The town's post office           {address}/exchange/   (read and write as the people who live there)

  conseiller, advisor                denis@lefil.example    {PASSWORD}
  conseillère, advisor (English)     fiona@lefil.example    {PASSWORD}
  responsable, lead                  esther@lefil.example   {PASSWORD}
  administrateur, admin              farid@lefil.example    {PASSWORD}

  Ctrl-C : tout s'arrête proprement. / Ctrl-C stops everything cleanly.
"""
