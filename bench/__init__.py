"""Throughput, memory and start-up, printed as ratios to a baseline in the same run."""

import os

# What a user has imported must not change what is measured.
os.environ["SAYSO_DATA"] = os.devnull
