"""A letter that speaks of a file carries one."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from petitevoix.review.draft import Draft
from petitevoix.review.findings import Finding
from petitevoix.review.seeing import phrases, sentences

_CARRIES = phrases(
    r"ci(?:-| )?jointe?s?(?! (?:que|a) vous)",
    r"en pieces? jointes?",
    r"(?:je|nous) (?:vous )?(?:joins|joignons|ai joint|avons joint)",
    r"(?:vous )?trouverez (?:\w{1,30} ){0,4}?(?:joint|jointe|joints|jointes)",
    r"find (?:\w{1,30} ){0,5}?(?:attached|enclosed)(?! to)",
    r"(?:i|we)(?:'ve| have)? (?:attach|attached|enclose|enclosed)",
    r"(?:i am|i'm|we are|we're) (?:attaching|enclosing)",
    r"(?:is|are) (?:attached|enclosed)(?: (?:to|with|in) (?:this|my) (?:e-?mail|message|letter|reply)| below"
    r"| here)?"
    r"(?= ?[.,;:!)]|\s{0,3}\Z)",
    r"see (?:the )?(?:attached|attachment|enclosed)",
    r"the (?:attached|enclosed) (?:\w{1,30} )?"
    r"(?:file|document|pdf|form|bill|invoice|photo|picture|guide|letter|label|copy|plan)",
    r"in attachment",
)
# They may send us a file; theirs may be spoken of; a cable may be attached to a box.
_THEIRS = phrases(
    r"(?:envoye[zr]|joindre|joignez|transmettez|transmettre|adressez|adresser|mettre|fournir|parvenir|ajouter"
    r"|ajoutez)"
    r"(?:-nous|-moi)? (?:[\w'-]{1,30} ){0,8}en pieces? jointes?",
    r"(?:votre|vos) (?:message|courriel|mail|lettre|photo|envoi)s? (?:[\w'-]{1,30} ){0,3}en pieces? jointes?",
    r"vous (?:(?:nous|me) |m')?(?:avez|aviez|auriez) (?:[\w'-]{1,30} ){0,6}en pieces? jointes?",
    r"you(?:'ve|'d| have| had)? (?:\w{1,30} ){0,1}(?:attached|enclosed)",
    r"en pieces? jointes? (?:de|a) (?:votre|vos)",
    r"(?:aucune|pas de|sans) (?:\w{1,30} )?piece jointe",
    r"(?:attached|enclosed) (?:file |document |photo )?(?:that )?you",
    r"attached (?:it |them |this )?to your",
)


def look(draft: Draft) -> Iterator[Finding]:
    if draft.files:
        return
    for start, end in sentences(draft.seen):
        sentence = draft.seen[start:end]
        if (found := _CARRIES.search(sentence)) and not _THEIRS.search(sentence):
            yield Finding(
                "forgotten_file",
                "stop",
                _("This letter speaks of a file, and none is attached."),
                ((start + found.start(), start + found.end()),),
                _("Attach the file, or take the mention out."),
            )
            return
