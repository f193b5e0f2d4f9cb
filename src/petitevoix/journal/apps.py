from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "petitevoix.journal"
    label = "pv_journal"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from petitevoix.journal.reactions import discover

        discover()
