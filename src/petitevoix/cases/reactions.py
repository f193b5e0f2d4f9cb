"""What cases do when they hear news."""

from django.db import transaction

from petitevoix.cases import letters
from petitevoix.cases.actions.assigning import let_go
from petitevoix.cases.actions.finding_owner import find_owner
from petitevoix.cases.actions.offering import offer_by_strength
from petitevoix.cases.actions.returning import reopen_for
from petitevoix.cases.actions.spamming import signs_of_case
from petitevoix.cases.actions.writing_to_staff import write_of_handing, write_of_mentions, write_of_words
from petitevoix.cases.first_words import may_acknowledge
from petitevoix.cases.models import Case, Spam
from petitevoix.delivery.actions import post
from petitevoix.delivery.models import Parcel, latest_in_box
from petitevoix.journal.models import Event
from petitevoix.journal.reactions import reacts_to
from petitevoix.kit.prepared import Prepared
from petitevoix.sifting import learning
from petitevoix.sifting.models import Example


@reacts_to("case.opened")
def acknowledge(event: Event) -> None:
    """Tell the person that their letter is here, but never a machine, and never more often than is good."""
    [case] = _opened(int(event.noun.partition(":")[2]))
    email = case.person.email
    if event.facts.get("automatic") or event.facts.get("silent") or not email or case.state == Case.State.SPAM:
        return
    with transaction.atomic():
        sent = latest_in_box(email)
        if any(one.purpose == "acknowledgement" and one.topic == case.topic for one in sent):
            return
        if not may_acknowledge(case, email, sent):
            return
        contents = letters.contents(case, case.person, letters.acknowledgement(case), automatic="auto-replied")
        post(channel="email", purpose="acknowledgement", to=email, contents=contents, topic=case.topic)


@reacts_to("case.opened")
def find_its_owner(event: Event) -> None:
    """Hold a new case out to those who are good at it, and give it to whoever it falls to."""
    [case] = _opened(int(event.noun.partition(":")[2]))
    if case.advisor_id is None:
        first = case.messages.let_through().order_by("id").values_list("words", flat=True).first()
        offer_by_strength(case, f"{case.title} {first or ''}")
        find_owner(case.pk)


@reacts_to("case.tagged")
def offer_it_by_its_tags(event: Event) -> None:
    """Hold a case out to those who are good at what its new tags say."""
    case = Case.objects.get(pk=int(event.noun.partition(":")[2]))
    if event.facts.get("added") and case.advisor_id is None:
        offer_by_strength(case, " . ".join(event.facts["added"]))


@reacts_to("case.who_chosen")
def obey(event: Event) -> None:
    """Give a case whose person will have the first who is free to whoever that is."""
    find_owner(int(event.noun.partition(":")[2]))


_opened = Prepared(lambda pk: Case.objects.select_related("person").filter(pk=pk), int)


@reacts_to("advisor.deactivated")
def give_back(event: Event) -> None:
    """Give the cases of whoever works here no longer back to their teams: a person must not wait on an empty chair."""
    held = Case.objects.filter(advisor=int(event.noun.partition(":")[2])).exclude(state=Case.State.CLOSED)
    for number in list(held.values_list("pk", flat=True)):
        with transaction.atomic():
            let_go(Case.objects.locked(number), by="system")


@reacts_to("parcel.failed", "parcel.returned")
def look_again(event: Event) -> None:
    """Reopen the case of a letter that did not arrive."""
    parcel = Parcel.objects.get(pk=int(event.noun.partition(":")[2]))
    reopen_for(parcel)


@reacts_to("case.spammed", "case.cleared")
def learn_what_is_spam(event: Event) -> None:
    """Have the filter learn from what we say of a case, as it stands now; never from its own verdict."""
    case = Case.objects.get(pk=int(event.noun.partition(":")[2]))
    put = Spam.objects.filter(case=case).order_by("-id").first()
    if case.state != Case.State.SPAM:
        learning.learn(case.topic, signs_of_case(case), Example.Kind.FAIR)
    elif put and put.by_id:
        learning.learn(case.topic, signs_of_case(case), Example.Kind.SPAM)
    else:  # put back where the filter had laid it: what was learnt when it was taken out is learnt no more
        learning.forget(case.topic)


@reacts_to("message.written")
def learn_what_is_fair(event: Event) -> None:
    """Have the filter learn that whoever is answered is no spam, as long as it can learn from that."""
    case = Case.objects.get(pk=int(event.topic.partition(":")[2]))
    if case.state == Case.State.SPAM or learning.has_plenty_of_fair():
        return
    if not Example.objects.filter(subject=case.topic).exists():
        learning.learn(case.topic, signs_of_case(case), Example.Kind.FAIR)


@reacts_to("message.noted")
def tell_whom_it_calls(event: Event) -> None:
    """Write to colleagues whom a note calls by `@`."""
    write_of_mentions(event)


@reacts_to("case.assigned")
def tell_who_has_it(event: Event) -> None:
    """Write to an advisor to whom somebody gave a case."""
    write_of_handing(event)


@reacts_to("message.received", "message.let_through")
def tell_who_waits_for_it(event: Event) -> None:
    """Write to who holds or follows a case in which a person wrote."""
    write_of_words(event)
