from django.apps import AppConfig


class VaultConfig(AppConfig):
    name = "petitevoix.vault"
    label = "pv_vault"
    default_auto_field = "django.db.models.BigAutoField"
