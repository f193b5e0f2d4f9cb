from django.apps import AppConfig


class OutsideConfig(AppConfig):
    name = "petitevoix.outside"
    label = "pv_outside"
    default_auto_field = "django.db.models.BigAutoField"
