"""What wagtail-localize leaves open: its addresses, and Wagtail's own, with rights, locks and checks."""
