"""Django's mail (a forgotten password) leaves through the outbox like everything else."""

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from petitevoix.delivery.actions import post


class OutboxBackend(BaseEmailBackend):
    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Post each letter to each of its recipients."""
        with transaction.atomic():
            for letter in email_messages:
                for address in letter.recipients():
                    contents = {
                        "subject": str(letter.subject),
                        "words": str(letter.body),
                        "automatic": "auto-generated",
                    }
                    post(channel="email", purpose="notice", to=address, contents=contents)
        return len(email_messages)
