import pytest
from petitevoix.channels.email.compose import compose, Sender
from petitevoix.cases.actions.replying import reply
from petitevoix.delivery.models import Parcel
def test_x(case, denis, data):
    m=reply(case, by=denis, words="Bonjour Ana, voici : la **boîte** ; [lien](https://a.example/x).\n\n```\na 'b' : c\n```\n\nC'est tout!")
    case.person.language='fr'
    l=compose(m.parcel, Sender("help@desk.example","Voisins, équipe Ligne — boîte et téléphone — accueil de la ville 𝄞"))
    print(l.content.decode())
    from email import message_from_bytes, policy
    x=message_from_bytes(l.content,policy=policy.default); print(x['from'],x['subject'],x.defects); print(x.get_body(('plain',)).get_content())
