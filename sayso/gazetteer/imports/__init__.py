"""A user's own entities: files read, checked, kept in the user's data folder, and looked up.

A file goes one way: bytes → rows (`table`, `ftm`) → entities and conflicts (`collect`, `known`) →
kept (`keep`). The look-ups (`lookup`, `names/officeholders`) then ask `kept`.
"""
