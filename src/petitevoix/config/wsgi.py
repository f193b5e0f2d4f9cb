"""Django's sync door: what serves every page."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "petitevoix.config.settings")
application = get_wsgi_application()
