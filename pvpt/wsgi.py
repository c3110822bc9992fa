"""The application object for gunicorn."""

from django.core.wsgi import get_wsgi_application

from pvpt.preloading import preload
from pvpt.start import read_settings

read_settings()
application = get_wsgi_application()
preload(application)
