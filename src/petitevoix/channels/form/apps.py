from django.apps import AppConfig


class FormConfig(AppConfig):
    name = "petitevoix.channels.form"
    label = "pv_form"
    default_auto_field = "django.db.models.BigAutoField"
