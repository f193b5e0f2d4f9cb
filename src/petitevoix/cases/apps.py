from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "petitevoix.cases"
    label = "pv_cases"
    default_auto_field = "django.db.models.BigAutoField"
