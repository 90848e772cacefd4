"""Other formats: records in, rows of a format out, pure."""
