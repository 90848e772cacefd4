"""Names of people, places and bodies across spellings and scripts."""
