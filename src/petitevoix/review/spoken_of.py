"""Where a letter only speaks of "do not reply": what another message said, or an address that is another's.

Who asks whether a mail from noreply@… is genuine is owed an answer that may name it. What our own letter says of
itself ("this message", « notre adresse », "we ask you") is never spoken of, but said.
"""

import re

_S = r"\s{1,3}"
_ONE = (
    r"(?<![\w'])(?:a|an|any|the|that|those|such|some|your|their|un|une|tout|toute|le|la|les|l'|votre|vos|leur|ces|des"
    r"|certains?)"
)
_MAIL = (
    r"(?:e-?mails?|messages?|mails?|courriels?|courriers?|sms|textos?|texts?|letters?|lettres?|notifications?"
    r"|avis|phrases?|sentences?|lines?|mentions?|words?)"
)
_SAYS = (
    r"(?:says?|said|tells?|told|asks?|asked|reads?|states?|stated|claims?|claimed|contains?|contained|warns?|dit|disait"
    r"|disent|demandait|demande|demandent|indique|indiquait|indiquent|precise|precisait|affiche|affichait|contient"
    r"|contenait|porte|portait)"
)
_WORDS = rf"(?:{_S}(?!(?:we|i|nous|je|this|ce|cet|cette|our|notre)\b)[\w'@.-]{{1,40}}+)"
_SAID = re.compile(
    rf"(?:{_ONE}(?:{_S}|(?<='))(?:\w{{1,20}}{_S}){{0,2}}?{_MAIL}{_WORDS}{{0,4}}?"
    rf"|(?<![\w'])(?:they|it|he|she|someone|ils?|elles?|quelqu'un)(?:{_S}(?:vous|nous|lui|also|only))?)"
    rf"{_S}{_SAYS}(?P<said>[^,;.!?\n]{{0,160}})"
)
_QUOTED = re.compile(r"(?P<said>«[^»\n]{1,200}»|[“\"][^”\"\n]{1,200}[”\"])")
_TOLD = re.compile(rf"(?<!\w)(?:{_SAYS}|{_MAIL}|wrote|ecrit|lisez|lu|read)(?!\w)")
_ADDRESS = r"(?P<said>[<(]?[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}>?)"
_SENT = (
    rf"(?:{_ONE}(?:{_S}|(?<='))(?:(?!(?:this|ce|cet|cette|our|notre|nos)\b)[\w'-]{{1,20}}{_S}){{0,2}}?(?:{_MAIL}"
    rf"|address|adresse"
    r"|sender|expediteur)"
    rf"(?:{_S}(?!(?:to|a|at|this|our|notre)\b)[\w'-]{{1,20}}){{0,5}}?{_S}"
    rf"(?:from|by|de|par|depuis|is|est)"
    rf"|(?<!\w)(?:came|comes|received|got|wrote|arrived){_S}(?:it{_S}|them{_S})?from|(?<!\w)(?:provient|vient|venait"
    rf"|provenait"
    rf"|recu|recue){_S}de"
    rf"|(?:n'ecrivez|ne{_S}repondez|n'envoyez{_S}rien){_S}?(?:pas|jamais)?{_S}?a"
    rf"|(?:do{_S}not|don't|never){_S}(?:write|reply|answer|send{_S}anything|respond){_S}to|(?:un|an?){_S}(?:faux|fake))"
)
_FROM = re.compile(rf"{_SENT}{_S}(?:l'adresse{_S}|the{_S}address{_S})?{_ADDRESS}")
_VERDICT = re.compile(
    rf"{_ADDRESS}{_S}(?:(?:is|was|est|etait){_S}(?:indeed{_S}|really{_S}|bien{_S}|not{_S}|pas{_S}|une?{_S}|an?{_S}"
    rf"|the{_S}|l'"
    rf"|la{_S}|celle{_S}){{0,3}}(?:genuine|fake|real|safe|scam|fraud|authentique|fausse|faux|vraie|sure|arnaque"
    rf"|celle|ours|us"
    rf"|nous|official|officielle|address|adresse|d[eu'])|belongs|appartient|isn't|n'est{_S}pas)"
)
_OWN = re.compile(
    rf"(?<!\w)(?:this|ce|cet|cette|present|notre|our|my|mon){_S}(?:{_MAIL}|address|adresse|boite|mailbox)(?!\w)"
)


def without_mentions(own: str, seen: str) -> str:
    """Blank, in a letter's own words, what only speaks of another's message or address; the result has its length."""
    signs = list(own)
    for pattern in (_SAID, _QUOTED, _FROM, _VERDICT):
        for found in pattern.finditer(seen):
            before = re.split(r"[.!?\n]\s", seen[max(found.start() - 120, 0) : found.start("said")])[-1]
            if _OWN.search(before) or (pattern is _QUOTED and not _TOLD.search(before)):
                continue
            start, end = found.span("said")
            signs[start:end] = " " * (end - start)
    return "".join(signs)
