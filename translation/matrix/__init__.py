"""The language matrix: how far each page is in each language, and what was found on it."""
