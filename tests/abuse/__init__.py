"""What strangers send to a site: one table, for the tests and for `python -m tests.abuse ADDRESS`."""
