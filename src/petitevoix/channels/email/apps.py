from django.apps import AppConfig


class EmailConfig(AppConfig):
    name = "petitevoix.channels.email"
    label = "pv_email"
    default_auto_field = "django.db.models.BigAutoField"
