"""Dates: tokens, patterns, calendar, tense."""
