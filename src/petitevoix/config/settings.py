"""The one settings file: what an operator may choose comes from the environment (`docs/settings.md`)."""

from pathlib import Path
from urllib.parse import urlsplit

from petitevoix.config import env

env.load_dotenv(Path.cwd() / ".env")

PACKAGE = Path(__file__).resolve().parent.parent
DATA = Path(env.text("DATA", "./petitevoix-data")).resolve()
DEBUG = env.flag("DEBUG")
DEMO = env.flag("DEMO")
URL = env.web_address("URL", "http://127.0.0.1:8000")
SECRET_KEY = env.secret("SECRET_KEY", DATA / "keys")
LOG_KEY_FILE = Path(env.text("LOG_KEY_FILE") or DATA / "keys" / "log.ed25519")

DATABASES = {"default": env.database(DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ATOMIC_REQUESTS = False

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "django_htmx",
    "petitevoix.jobs",
    "petitevoix.vault",
    "petitevoix.journal",
    "petitevoix.people",
    "petitevoix.outside",
    "petitevoix.sifting",
    "petitevoix.delivery",
    "petitevoix.cases",
    "petitevoix.insight",
    "petitevoix.care",
    "petitevoix.search",
    "petitevoix.channels.email",
    "petitevoix.channels.form",
    "petitevoix.api",
]

MIDDLEWARE = [
    "petitevoix.web.shared.security.SecurityHeaders",
    "petitevoix.web.shared.compressing.Compressing",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "petitevoix.web.shared.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "petitevoix.web.shared.sessions.WhoIsSignedIn",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "petitevoix.config.urls"
WSGI_APPLICATION = "petitevoix.config.wsgi.application"
APPEND_SLASH = True

TEMPLATES = [
    {
        "NAME": "jinja",
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [PACKAGE / "web"],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "petitevoix.web.shared.jinja.environment",
            "autoescape": True,
            "context_processors": [
                "petitevoix.web.shared.jinja.context",
                "petitevoix.web.workspace.rail.context",
            ],
        },
    },
    {
        # Only for the pages that allauth brings.
        "NAME": "django",
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web" / "account"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]

# People -------------------------------------------------------------------------------------------------------------
COUNTRY = env.text("COUNTRY", "FR").upper()  # whose telephone numbers are written without a prefix
if len(COUNTRY) != 2 or not COUNTRY.isascii() or not COUNTRY.isalpha():
    raise env.BadSetting(f"PETITEVOIX_COUNTRY says “{COUNTRY}”; write two letters, such as FR or BE.")
AUTH_USER_MODEL = "pv_people.Advisor"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
ACCOUNT_ADAPTER = "petitevoix.web.account.adapter.StaffAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
# allauth counts failed attempts in the cache; processes share it through the database.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "pv_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
LOGIN_URL = "/desk/account/login/"
LOGIN_REDIRECT_URL = "/desk/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/desk/account/login/"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
SESSION_ENGINE = "petitevoix.web.shared.sessions"
REMEMBER_SECONDS = 3  # for so long a process may go on with a session, an account or a team as it was
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_NAME = "pv_session"
CSRF_COOKIE_NAME = "pv_csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "petitevoix.web.portal.errors.views.unproven"

# What leaves and what comes in --------------------------------------------------------------------------------------
CARRIERS = {"email": "petitevoix.channels.email.carrier.EmailCarrier"}
UNDO_SECONDS = env.number("UNDO_SECONDS", 10, most=120)
NEWS_AFTER_HOURS = env.number("NEWS_AFTER_HOURS", 16, most=400)
FADE_AFTER_DAYS = env.number("FADE_AFTER_DAYS", 0, most=3650)
LETTER_LIMIT = env.number("LETTER_LIMIT_MB", 40, least=1, most=500) * 1024 * 1024
ACKNOWLEDGEMENTS_PER_HOUR = env.number("ACKNOWLEDGEMENTS_PER_HOUR", 3, most=100)
TRUSTED_MAIL_SERVER = env.text("TRUSTED_MAIL_SERVER")  # whose spam marks are one sign among others
LMTP_LISTEN = env.text("LMTP_LISTEN")  # host:port, or empty
SMTP_LISTEN = env.text("SMTP_LISTEN")
EMAIL_BACKEND = "petitevoix.delivery.backend.OutboxBackend"

# Language and time --------------------------------------------------------------------------------------------------
LANGUAGES = [("fr", "Français"), ("en", "English")]
LANGUAGE_CODE = env.text("LANGUAGE", "fr")
if LANGUAGE_CODE not in dict(LANGUAGES):
    raise env.BadSetting(f"PETITEVOIX_LANGUAGE says “{LANGUAGE_CODE}”; write fr or en.")
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = env.text("TIME_ZONE", "Europe/Paris")

# Addresses and safety -----------------------------------------------------------------------------------------------
ALLOWED_HOSTS = ["*"] if DEMO or DEBUG else [urlsplit(URL).hostname, "127.0.0.1", "localhost", "[::1]"]
CSRF_TRUSTED_ORIGINS = [URL]
SECURE_COOKIES = URL.startswith("https://")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_COOKIES
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.flag("BEHIND_PROXY") else None
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000  # three for each question that a reply marks
DATA_UPLOAD_MAX_MEMORY_SIZE = 60 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
ATTACHMENT_LIMIT = env.number("ATTACHMENT_LIMIT_MB", 25, least=1, most=200) * 1024 * 1024

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STATICFILES_DIRS = [PACKAGE / "web" / "shared" / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env.text("LOG_LEVEL", "WARNING").upper()},
}
