"""Whether the site works: for machines that ask, and for the people who run it."""
