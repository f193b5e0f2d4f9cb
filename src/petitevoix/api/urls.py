"""The addresses of the API; what lies at none of them is told as a problem, too."""

from django.urls import URLPattern, path, re_path

from petitevoix.api.description import api, description
from petitevoix.api.problems import no_such_address, spoken

# Ninja's own root page is left out: it is no call of ours, and answers with a page.
_calls = [call for call in api.urls[0] if isinstance(call, URLPattern) and call.name != "api-root"]

urlpatterns = [
    path("openapi.json", description),
    *(URLPattern(call.pattern, spoken(call.callback)) for call in _calls),
    re_path(r"", no_such_address),
]
