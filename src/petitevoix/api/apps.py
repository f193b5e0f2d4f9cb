from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "petitevoix.api"
    label = "pv_api"
    default_auto_field = "django.db.models.BigAutoField"
