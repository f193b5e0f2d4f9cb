"""What is asked of an admin about a mailbox; whether it is sound, `channels.email.mailboxes` says."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from petitevoix.channels.email.models import Mailbox
from petitevoix.people.models import Team

PLAIN = {"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
SIGN_INS = [("password", _("a password")), ("xoauth2", _("XOAUTH2 (Google, Microsoft)"))]


class MailboxForm(forms.Form):
    address = forms.CharField(
        label=_("Address"),
        max_length=254,
        widget=forms.EmailInput({**PLAIN, "placeholder": "bonjour@ville.example"}),
        help_text=_("People write here, and read it under each answer. Choose one that a person stands behind."),
    )
    name = forms.CharField(
        label=_("Name beside the address"),
        max_length=120,
        required=False,
        help_text=_("What people see in their mail program: “Line and box, Nevers”."),
    )
    team = forms.ModelChoiceField(
        Team.objects.all(),
        label=_("Team"),
        required=False,
        empty_label=_("everybody’s"),
        help_text=_("New cases that come in here begin with this team."),
    )
    imap_url = forms.CharField(
        label=_("Where letters are fetched (IMAP)"),
        max_length=300,
        required=False,
        widget=forms.TextInput(
            {**PLAIN, "inputmode": "url", "placeholder": "imaps://bonjour%40ville.example@imap.ville.example"}
        ),
        help_text=_("Leave it empty if your mail server hands letters over by itself."),
    )
    smtp_url = forms.CharField(
        label=_("Where letters leave (SMTP)"),
        max_length=300,
        required=False,
        widget=forms.TextInput(
            {**PLAIN, "inputmode": "url", "placeholder": "smtps://bonjour%40ville.example@smtp.ville.example"}
        ),
        help_text=_("Without it, our answers leave through another mailbox, and are still answered to this address."),
    )
    sign_in = forms.ChoiceField(
        label=_("Sign in with"), choices=SIGN_INS, initial="password", widget=forms.RadioSelect, required=False
    )
    secret = forms.CharField(
        label=_("Password, or the JSON of XOAUTH2"),
        required=False,
        strip=False,
        max_length=20_000,
        widget=forms.PasswordInput({"autocomplete": "new-password", "spellcheck": "false"}),
    )
    takes_history = forms.BooleanField(
        label=_("Take the history too"),
        required=False,
        help_text=_("Otherwise only letters that arrive from now on become cases."),
    )

    def __init__(self, *arguments: Any, mailbox: Mailbox | None = None, **named: Any) -> None:
        if mailbox:
            fields = ("name", "team", "imap_url", "smtp_url", "sign_in", "takes_history")
            named["initial"] = {field: getattr(mailbox, field) for field in fields}
        super().__init__(*arguments, **named)
        self.fields["secret"].help_text = _("It is sealed, and no page shows it again.")
        if mailbox:
            del self.fields["address"]  # people know it; another address is another mailbox
            if mailbox.sealed_secret:
                self.fields["secret"].help_text = _("One is kept, sealed. Leave this empty to keep it.")

    @property
    def wishes(self) -> dict[str, Any]:
        """What was typed, as the actions take it; an empty secret is no wish."""
        wishes = dict(self.cleaned_data)
        wishes["sign_in"] = wishes["sign_in"] or "password"
        if not wishes["secret"]:
            del wishes["secret"]
        return wishes
