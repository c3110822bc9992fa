"""Encrypted backups of the site and their way back; with Python's own library only, for machines that have no site yet."""
