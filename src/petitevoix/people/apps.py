from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "petitevoix.people"
    label = "pv_people"
    default_auto_field = "django.db.models.BigAutoField"
