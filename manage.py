#!/usr/bin/env python3
"""Django's command line, on the settings and database of `make run` unless told otherwise."""

import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pvpt.settings.dev")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
