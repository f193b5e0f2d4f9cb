from django.db import migrations
from django.utils import timezone


def look(apps, schema_editor):
    if apps.get_model("pv_people", "Person").objects.exists():
        apps.get_model("pv_jobs", "Job").objects.create(
            task="petitevoix.people.likeness.look_at_everybody", arguments={}, queue="default", priority=9,
            run_at=timezone.now(), key="look-at-everybody",
        )


class Migration(migrations.Migration):

    dependencies = [
        ('pv_people', '0004_people_and_organisations'),
        ('pv_jobs', '0001_initial'),
    ]

    operations = [migrations.RunPython(look, migrations.RunPython.noop)]
