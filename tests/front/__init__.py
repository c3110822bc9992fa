"""The site behind a real nginx."""
