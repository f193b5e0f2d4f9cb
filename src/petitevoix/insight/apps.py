from django.apps import AppConfig


class InsightConfig(AppConfig):
    name = "petitevoix.insight"
    label = "pv_insight"
    default_auto_field = "django.db.models.BigAutoField"
