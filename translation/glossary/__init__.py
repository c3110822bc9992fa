"""The glossary of agreed terms."""
