"""Measuring: scorers, one a stage, for sets of gold data and for the packs' own cases."""
