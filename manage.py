#!/usr/bin/env python3
"""Django's command line, on the settings and database of `make run` unless told otherwise."""

import sys

if __name__ == "__main__":
    from django.core.management import execute_from_command_line

    from pvpt.start import read_settings

    read_settings(sys.argv[2:])
    execute_from_command_line(sys.argv)
