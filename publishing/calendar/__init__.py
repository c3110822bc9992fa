"""The calendar of the office: what goes live, expires or waits, moving it, its feed, and a look ahead."""
