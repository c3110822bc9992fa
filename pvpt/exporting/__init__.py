"""The public site as files, for an emergency or an archive."""
