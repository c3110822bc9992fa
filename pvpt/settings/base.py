"""What every installation shares; the safe values are here, dev and test only loosen them."""

import os
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from .accounts import *
from .security import *
from .translator import machine_translator

BASE_DIR = Path(__file__).resolve().parents[2]
# Everything that the running site writes.
VAR_DIR = Path(os.environ.get("PVPT_VAR") or BASE_DIR / "var")

# The address of `make run`.
PORT = os.environ.get("PORT") or "8000"
BIND = os.environ.get("BIND") or "127.0.0.1"

DEBUG = False
ROOT_URLCONF = "pvpt.urls"
WSGI_APPLICATION = "pvpt.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "pvpt.User"
SITE_ID = None

INSTALLED_APPS = [
    "home",
    "search",
    "members",
    "news",
    "organisation",
    "publishing",
    # Before wagtail_localize, whose templates and addresses it replaces.
    "translation",
    "pvpt",
    "wagtail_localize",
    # Not wagtail_localize.locales: its only addition is alias trees, which publish untranslated copies.
    "wagtail.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.routable_page",
    "wagtail.embeds",
    "wagtail.sites",
    "members.accounts.apps.UsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    # The translation editor saves its segments through it.
    "rest_framework",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    # Around all others, so that every line of the log has its request.
    "pvpt.tracing.RequestMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    # Inside the former, which it tells where the admin is.
    "pvpt.middleware.HeadersMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Around all that may set a cookie.
    "pvpt.front.release.FrontMiddleware",
    "pvpt.middleware.CompressionMiddleware",
    "pvpt.middleware.LanguageMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "pvpt.middleware.FormsMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "members.accounts.idle.IdleMiddleware",
    "pvpt.middleware.ViewerMiddleware",
    "pvpt.middleware.AdminLanguageMiddleware",
    "pvpt.audit.files.ExportsMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    # Inside the former, whose flows it uses.
    "members.accounts.middleware.SecondFactorMiddleware",
    "pvpt.consents.approval.NotAgreedMiddleware",
    "pvpt.middleware.FormerAddressMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "pvpt.templatetags.asset_tags",
                "pvpt.templatetags.typography_tags",
            ],
        },
    },
]
# Lets the login form use our own field template.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# For PostgreSQL, wherever it is the database. It takes what the admin asks for very costly, and would compile
# it first: 10 to 15 ms, for answers that take 3 ms.
POSTGRESQL_OPTIONS = {"options": "-c jit=off"}

# Languages: Albanian is the source; order is the order of the switcher.
LANGUAGE_CODE = "sq"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [
    ("sq", _("Albanian")),
    ("sr-latn", _("Serbian")),
    ("en", _("English")),
]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("sq", "Shqip"), ("sr-latn", "Srpski"), ("en", "English")]
USE_I18N = True
WAGTAIL_I18N_ENABLED = True
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale" / "admin", BASE_DIR / "locale" / "django"]
# Django's own Albanian dates and English week are not what readers here expect.
FORMAT_MODULE_PATH = ["pvpt.formats"]
USE_THOUSAND_SEPARATOR = False
USE_TZ = True
TIME_ZONE = "Europe/Belgrade"
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
MEDIA_URL = "/media/"
# Originals, documents and all sizes of pictures lie in the private folder, which no public path reaches.
PRIVATE_ROOT = VAR_DIR / "private"
# What everybody may have of them is linked here, for a web server in front.
MEDIA_ROOT = VAR_DIR / "media"
# The address below which that server alone finds the private folder; without one, we send files ourselves.
INTERNAL_FILES = ""
SENDFILE_BACKEND = "pvpt.sending"
# Locations are text, because the tasks that delete files must be able to write them down.
STORAGES: dict[str, dict[str, Any]] = {
    "default": {
        "BACKEND": "pvpt.storage.WholeFiles",
        "OPTIONS": {"location": str(PRIVATE_ROOT), "base_url": None},
    },
    "renditions": {
        "BACKEND": "pvpt.storage.PublicLinks",
        "OPTIONS": {
            "location": str(PRIVATE_ROOT / "renditions"),
            "public": str(MEDIA_ROOT),
            "base_url": MEDIA_URL,
        },
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

# Where servers in front, which keep public pages, take orders (deploy/nginx); commas between the addresses.
FRONT = [address.strip().rstrip("/") for address in os.environ.get("PVPT_FRONT", "").split(",")]
FRONT = [address for address in FRONT if address]

CACHES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "pvpt_cache"},
    "renditions": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "TIMEOUT": 600,
        "OPTIONS": {"MAX_ENTRIES": 1000},
    },
}

WAGTAIL_SITE_NAME = "PVPT"
WAGTAILIMAGES_IMAGE_MODEL = "pvpt.CustomImage"
WAGTAILIMAGES_RENDITION_STORAGE = "renditions"
# Wagtail 7.4 would turn both into PNG.
WAGTAILIMAGES_FORMAT_CONVERSIONS = {"avif": "avif", "webp": "webp"}
# A third fewer bytes than with Wagtail's 61, for telephones with paid data.
WAGTAILIMAGES_AVIF_QUALITY = 50
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "heic", "heif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_IMAGE_FORM_BASE = "pvpt.uploads.forms.ImageForm"
WAGTAILDOCS_DOCUMENT_MODEL = "pvpt.CustomDocument"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "pvpt.uploads.forms.DocumentForm"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "ods", "pdf", "pptx", "rtf", "txt", "xlsx"]
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "pvpt.modelsearch", "SEARCH_CONFIG": "simple"}}
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {
        "WIDGET": "wagtail.admin.rich_text.DraftailRichTextArea",
        "OPTIONS": {"features": ["h3", "bold", "italic", "ol", "ul", "link", "document-link"]},
    },
}

# A translation stays a draft until a person publishes it in that language.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
# Reviews are announced to the groups that review, once.
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
# None: drafts do not leave the server unless the operator says so.
WAGTAILLOCALIZE_MACHINE_TRANSLATOR = machine_translator(os.environ)

# What a server watches beside its own work: pvpt.settings.production.
BACKUP_STATE = ""
TLS_ADDRESS: tuple[str, int] | None = None
# Seconds after which a statement or an answer is logged as slow.
SLOW_QUERY: float | None = None
SLOW_PAGE: float | None = None

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "redacted": {
            "()": "pvpt.logs.Redacting",
            "format": "{asctime} {levelname} {name}: {message}",
            "style": "{",
        },
    },
    "filters": {"not_the_exit": {"()": "pvpt.logs.NotTheExit"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "redacted",
            "filters": ["not_the_exit"],
        },
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "publishing": {"level": "INFO"},
        # Both would write addresses that visitors asked for, with their search terms.
        "django.request": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        "django.security": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        # That an answer to HEAD has a body, which it then leaves out.
        "gunicorn.http.wsgi": {"level": "ERROR"},
        # The requests of `manage.py runserver`.
        "django.server": {"handlers": ["console"], "level": "ERROR", "propagate": False},
    },
}
