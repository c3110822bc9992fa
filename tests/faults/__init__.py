"""The faults that the site must stand: each is injected here, on this machine, and its criterion checked."""
