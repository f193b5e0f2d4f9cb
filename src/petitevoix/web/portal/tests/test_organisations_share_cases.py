"""An organisation that shares its cases: members read them, told apart; strangers and who left see nothing."""

import pytest

from petitevoix.people.models import Person
from petitevoix.people.organising import change_organisation, found_organisation, join, name_member
from petitevoix.people.refusals import Unchanged


@pytest.fixture
def mill(denis, ana, bruno, case):
    mill = found_organisation(by=denis, name="The mill", domains=["Mill.example"], shares_cases="members")
    for person in (ana, bruno):
        join(person, mill, by=denis)
    return mill


def test_a_member_reads_the_cases_of_the_others_and_whose_they_are(client, mill, ana, bruno, case):
    page = client.get(f"/me/{bruno.token}/?language=en").content.decode()
    assert "What happened to my line?" in page
    assert "the case of Ana Ferreira" in page
    path = f"/me/{bruno.token}/{case.reference}/"
    read = client.get(path).content.decode()
    assert "The box works again" in read
    assert "<textarea" not in read
    assert client.post(path, {"words": "Me too."}).status_code == 404
    assert client.post(f"{path}reopening/").status_code == 404


def test_strangers_and_who_left_see_nothing(client, mill, ana, bruno, chloe, case, denis):
    assert client.get(f"/me/{chloe.token}/{case.reference}/").status_code == 404
    join(bruno, None, by=denis)
    assert client.get(f"/me/{bruno.token}/{case.reference}/").status_code == 404
    assert "What happened" not in client.get(f"/me/{bruno.token}/").content.decode()


def test_named_members_only_or_nobody(client, mill, bruno, case, denis):
    said = {"name": "The mill", "domains": [], "notes": "", "admits_by_domain": False}
    path = f"/me/{bruno.token}/{case.reference}/"
    change_organisation(mill, by=denis, shares_cases="named", **said)
    assert client.get(path).status_code == 404
    name_member(bruno, by=denis, sees=True)
    assert client.get(path).status_code == 200
    change_organisation(mill, by=denis, shares_cases="no", **said)
    assert client.get(path).status_code == 404


def test_cases_of_private_teams_are_never_shared(client, mill, bruno, case, line):
    line.is_private = True
    line.save()
    assert client.get(f"/me/{bruno.token}/{case.reference}/").status_code == 404
    assert "What happened" not in client.get(f"/me/{bruno.token}/").content.decode()


def test_a_new_person_joins_by_domain_only_where_it_says_so(mill, denis):
    assert Person.objects.meet("zoe@mill.example").organisation is None
    change_organisation(mill, by=denis, name="The mill", domains=["mill.example"], notes="", admits_by_domain=True,
                        shares_cases="no")  # fmt: skip
    assert Person.objects.meet("yves@mill.example").organisation == mill
    assert Person.objects.meet("yves@other.example").organisation is None


@pytest.mark.parametrize("domain", ["gmail.com", "Orange.fr", "laposte.net", "no domain", "-x.example"])
def test_what_is_everybodys_or_no_domain_is_refused(db, denis, domain):
    with pytest.raises(Unchanged):
        found_organisation(by=denis, name="Us", domains=[domain])


def test_on_the_desk_an_organisation_is_made_found_and_joined(desk, ana, case):
    home = "/desk/people/organisations/"
    said = {"name": "The mill", "domains": "mill.example", "shares_cases": "named", "notes": ""}
    path = desk.post(f"{home}new/", said)["Location"]
    assert desk.post(f"{home}new/", said | {"name": "Other"}).status_code == 422  # the domain is taken
    assert "The mill" in desk.get(home, {"q": "mill"}).content.decode()
    desk.post(f"/desk/people/{ana.pk}/membership/", {"organisation": "the MILL"})
    desk.post(f"/desk/people/{ana.pk}/membership/", {"sees": "1"})
    assert "Ana Ferreira" in desk.get(path).content.decode()
    ana.refresh_from_db()
    assert ana.sees_shared
    desk.post(f"/desk/people/{ana.pk}/membership/", {"organisation": ""})
    ana.refresh_from_db()
    assert (ana.organisation, ana.sees_shared) == (None, False)
    assert desk.post(f"/desk/people/{ana.pk}/membership/", {"organisation": "nobody"}).status_code == 422
