"""Measuring: scorers, one a stage, for sets of gold data and for the packs' own cases."""

import os

# What a user has imported must not change what is measured.
os.environ["SAYSO_DATA"] = os.devnull
