from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    name = "petitevoix.delivery"
    label = "pv_delivery"
    default_auto_field = "django.db.models.BigAutoField"
