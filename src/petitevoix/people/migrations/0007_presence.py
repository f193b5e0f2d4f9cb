from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pv_people', '0006_hours_of_teams'),
    ]

    operations = [
        migrations.AddField(
            model_name='advisor',
            name='presence',
            field=models.CharField(choices=[('here', 'Here'), ('writing', 'Writing'), ('research', 'Research'), ('pause', 'Pause'), ('away', 'Away')], default='here', max_length=8),
        ),
        migrations.AddField(
            model_name='advisor',
            name='presence_until',
            field=models.DateTimeField(null=True),
        ),
    ]
