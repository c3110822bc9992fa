"""What a server runs, run without systemd: the units' own command lines under a small supervisor."""
