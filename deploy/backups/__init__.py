"""Encrypted backups of the site and their way back, with Python's own library alone."""
