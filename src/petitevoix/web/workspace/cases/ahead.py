"""The next case, there before one asks: it comes sealed, and its key is given as its opening is recorded.

Nothing can be looked at unrecorded: what lies in a browser is enciphered (AES-256-GCM) under a key that only the house
can make, for this reader and this case. What is never shown is never opened, and has no access in the log.
"""

import gzip
import secrets
from base64 import b64encode

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.http import HttpResponse, JsonResponse
from django.utils.crypto import salted_hmac

from petitevoix.cases.actions.mentioning import read_here
from petitevoix.cases.actions.tabs import look_into
from petitevoix.cases.models import Case
from petitevoix.web.shared.compressing import LEVEL
from petitevoix.web.workspace.cases.page import find_case, fragment
from petitevoix.web.workspace.door import StaffRequest, staff
from petitevoix.web.workspace.tabs.page import tabs_drawn

NONCE = 12  # octets


@staff("GET")
def ahead(request: StaffRequest, reference: str) -> HttpResponse:
    """Give the page of a case sealed: a nonce, then what it says. This is no access; nobody can read it yet."""
    case, nonce = find_case(request, reference), secrets.token_bytes(NONCE)
    drawn = fragment(request, case, "content").content
    sealed = AESGCM(_key(request, case, nonce.hex())).encrypt(nonce, gzip.compress(drawn, LEVEL, mtime=0), None)
    headers = {"Cache-Control": "private, no-store", "Content-Encoding": "identity"}
    return HttpResponse(nonce + sealed, content_type="application/octet-stream", headers=headers)


@staff("POST")
def opening(request: StaffRequest, reference: str) -> JsonResponse:
    """Record that a case is opened, and give the key of its sealed page."""
    case, nonce = find_case(request, reference), request.POST.get("nonce", "")[: 2 * NONCE]
    look_into(case, by=request.user)
    read_here(case, by=request.user)
    key = b64encode(_key(request, case, nonce)).decode()
    tabs = tabs_drawn(request)
    return JsonResponse({"key": key, "tabs": tabs}, headers={"Cache-Control": "private, no-store"})


def _key(request: StaffRequest, case: Case, nonce: str) -> bytes:
    what = f"{request.user.pk} {case.pk} {nonce}"
    return salted_hmac("petitevoix.web.workspace.cases.ahead", what, algorithm="sha256").digest()
