from django.apps import AppConfig


class SiftingConfig(AppConfig):
    name = "petitevoix.sifting"
    label = "pv_sifting"
    default_auto_field = "django.db.models.BigAutoField"
