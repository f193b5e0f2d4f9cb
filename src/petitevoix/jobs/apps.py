from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "petitevoix.jobs"
    label = "pv_jobs"
    default_auto_field = "django.db.models.BigAutoField"
