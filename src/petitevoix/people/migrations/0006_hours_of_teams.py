from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pv_people', '0005_look_for_twins'),
    ]

    operations = [
        migrations.AddField(
            model_name='team',
            name='hours',
            field=models.JSONField(null=True),
        ),
        migrations.AddField(
            model_name='team',
            name='returns_after_hours',
            field=models.PositiveSmallIntegerField(default=16),
        ),
    ]
