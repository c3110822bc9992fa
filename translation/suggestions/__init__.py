"""What helps to translate the open texts of a page: memory, former translations, agreed terms."""
