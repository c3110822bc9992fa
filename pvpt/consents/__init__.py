"""Consent of people who can be recognised: what may be published, and what is taken down at once."""
