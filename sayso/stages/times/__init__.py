"""The parts of `sayso.stages.time`: tokens, patterns, calendar, tense."""
