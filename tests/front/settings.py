"""A server's settings, with the static files in the folder of the data, where the nginx of tests looks."""

from pvpt.settings.production import *

STATIC_ROOT = VAR_DIR / "static"
