"""Brings an archive of news into the tree: read, clean, write one item after the other, report."""
