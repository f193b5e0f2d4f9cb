from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "petitevoix.search"
    label = "pv_search"
    default_auto_field = "django.db.models.BigAutoField"
