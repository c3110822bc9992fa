"""Pictures for link previews that show a page's title."""
