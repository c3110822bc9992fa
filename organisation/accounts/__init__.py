"""Bank accounts for donations: what may stand in them, who changes them, and what readers see of them."""
