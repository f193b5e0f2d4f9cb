from django.apps import AppConfig


class CareConfig(AppConfig):
    name = "petitevoix.care"
    label = "pv_care"
    default_auto_field = "django.db.models.BigAutoField"
