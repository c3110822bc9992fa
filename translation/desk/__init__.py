"""What people do with a translation as a whole: send, publish, mark as ready, review, follow."""
