"""What visitors write to the counsellors: taken, sealed, read by few, deleted in time."""
