import django.db.models.deletion
from django.db import migrations, models

from petitevoix.cases.actions.knowing import facts_in

AT_ONCE = 2000


def read(apps, schema_editor):
    """Read the facts out of what persons have written so far."""
    Message, Fact = apps.get_model("pv_cases", "Message"), apps.get_model("pv_cases", "Fact")
    heard = Message.objects.filter(voice="person", automatic="").exclude(
        withheld__isnull=False, withheld__read_at=None
    )
    last = 0
    while rows := list(heard.filter(pk__gt=last).order_by("pk").values_list("pk", "words")[:AT_ONCE]):
        Fact.objects.bulk_create(
            Fact(message_id=message, kind=kind, value=value, signs=signs)
            for message, words in rows
            for kind, value, signs in facts_in(words)
        )
        last = rows[-1][0]


class Migration(migrations.Migration):

    dependencies = [
        ('pv_cases', '0018_read_first'),
    ]

    operations = [
        migrations.CreateModel(
            name='Fact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('serial', 'Serial'), ('order', 'Order'), ('contract', 'Contract'), ('address', 'Address')], max_length=10)),
                ('value', models.CharField(max_length=100)),
                ('signs', models.CharField(max_length=100)),
                ('message', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='facts', to='pv_cases.message')),
            ],
            options={
                'indexes': [models.Index(fields=['signs'], name='pv_cases_facts_by_signs')],
            },
        ),
        migrations.RunPython(read, migrations.RunPython.noop),
    ]
