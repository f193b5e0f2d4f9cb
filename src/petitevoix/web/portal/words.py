"""The form in which a person writes: their words, their files, and the stamp of this drawing."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from petitevoix.cases.actions.receiving import File
from petitevoix.web.portal import stamps
from petitevoix.web.portal.drawing import said_limit

WORDS_MOST = 50_000
FILES_MOST = 20


class FilesInput(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files, together within the limit of one message."""

    widget = FilesInput

    def clean(self, files: Any, initial: Any = None) -> list[UploadedFile]:
        files = [file for file in files or [] if file]
        if len(files) > FILES_MOST:
            raise forms.ValidationError(
                _("That is more than %(most)s files; send the others in a second message.") % {"most": FILES_MOST}
            )
        if sum(file.size for file in files) > settings.ATTACHMENT_LIMIT:
            raise forms.ValidationError(
                _("Together these files are larger than %(most)s; send some of them in a second message.")
                % {"most": said_limit()}
            )
        return files


class WordsForm(forms.Form):
    words = forms.CharField(
        required=False,
        max_length=WORDS_MOST,
        error_messages={"max_length": gettext_lazy("This is too long for one page; attach it as a file instead.")},
    )
    files = FilesField(required=False)  # type: ignore[assignment]  # a field, not the form's own `files`
    stamp = forms.CharField(required=False, max_length=80)

    def clean_words(self) -> str:
        return self.cleaned_data["words"].replace("\r\n", "\n").strip()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and not cleaned.get("words") and not cleaned.get("files"):
            self.add_error("words", self.no_words)
        return cleaned

    @property
    def no_words(self) -> str:
        return _("There are no words here yet; one sentence is enough.")

    @property
    def fresh_stamp(self) -> str:
        """The stamp to draw the form with: the one it came with, where that is ours."""
        sent = self.data.get("stamp", "")
        return sent if sent and stamps.age(sent) is not None else stamps.fresh()

    @property
    def first_error(self) -> str:
        """The field to begin with, so that the page opens with the hand in it."""
        return next((name for name in ("words", "email", "name", "files") if name in self.errors), "")

    @property
    def lost_files(self) -> bool:
        """A browser does not give files a second time."""
        return bool(self.files and self.errors)

    def arrived_files(self) -> list[File]:
        """The files in the shape a channel hands in."""
        return [
            File(name=file.name or "", media_type=file.content_type or "application/octet-stream", content=file.read())
            for file in self.cleaned_data["files"]
        ]
