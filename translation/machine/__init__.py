"""Machine translators, off unless the operator switches one on."""
