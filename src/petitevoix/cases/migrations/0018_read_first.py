import django.db.models.deletion
from django.db import migrations, models
from django.utils import translation
from django.utils.translation import gettext as _


def keep_back(apps, schema_editor):
    """Take what unread words already gave their cases back out of sight: title, last words, questions."""
    Withheld, Question, Event = (
        apps.get_model(*name)
        for name in (("pv_cases", "Withheld"), ("pv_cases", "Question"), ("pv_journal", "Event"))
    )
    Message = apps.get_model("pv_cases", "Message")
    for withheld in Withheld.objects.filter(read_at=None).select_related("message__case__person").order_by("pk"):
        message, case = withheld.message, withheld.message.case
        others = Message.objects.filter(case=case, withdrawn_at=None, voice="person", automatic="")
        others = others.exclude(withheld__isnull=False, withheld__read_at=None).order_by("id")
        last = others.last()
        case.first_words = " ".join(last.words.split())[:240] if last else ""
        if not Message.objects.filter(case=case, pk__lt=message.pk).exists():
            withheld.opened, withheld.title = case, case.title
            withheld.save(update_fields=["opened", "title"])
            person = case.person
            with translation.override(case.language or person.preferred_language or person.language or "fr"):
                case.title = _("Words that somebody who leads reads first")
        case.save(update_fields=["title", "first_words"])
        Question.objects.filter(message=message, state="open", promises=None).delete()
        # What follows the journal reads the case anew: the index forgets the words.
        Event.objects.create(
            name="message.withheld", topic=f"case:{case.pk}", noun=f"message:{message.pk}", by="system",
            facts={"block": withheld.block_id, "team": case.team_id},
        )  # fmt: skip


class Migration(migrations.Migration):

    dependencies = [
        ('pv_cases', '0017_tabs_hold_nobody'),
        ('pv_journal', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='withheld',
            name='opened',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='pv_cases.case'),
        ),
        migrations.AddField(
            model_name='withheld',
            name='title',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.RunPython(keep_back, migrations.RunPython.noop),
    ]
