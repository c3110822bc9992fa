"""Reads the settings before anything else: what is wrong with them is one sentence and no traceback."""

import os
import sys
from collections.abc import Sequence

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import CommandParser, handle_default_options


def read_settings(arguments: Sequence[str] = ()) -> None:
    """Read them, those of `make run` unless the arguments or the environment name others.

    If that fails, end with a sentence; the status is what sysexits.h calls a mistake in the configuration.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pvpt.settings.dev")
    parser = CommandParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--settings")
    parser.add_argument("--pythonpath")
    handle_default_options(parser.parse_known_args(arguments)[0])
    try:
        # The first look reads them.
        _apps = settings.INSTALLED_APPS
    except ImproperlyConfigured as error:
        sys.stderr.write(f"The site does not start: {error}\n")
        sys.exit(os.EX_CONFIG)
