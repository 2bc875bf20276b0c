"""One file for each language: every word the extraction knows stands there."""
