from django.db import migrations, models

INDEX = "pv_cases_fields"


def index(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":  # SQLite reads the cases that other filters left
        schema_editor.execute(f'CREATE INDEX "{INDEX}" ON "pv_cases_case" USING gin ("fields" jsonb_path_ops)')


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f'DROP INDEX "{INDEX}"')


class Migration(migrations.Migration):

    dependencies = [
        ('pv_cases', '0005_joining'),
    ]

    operations = [
        migrations.AddField(
            model_name='case',
            name='fields',
            field=models.JSONField(default=dict),
        ),
        migrations.RunPython(index, drop),
    ]
