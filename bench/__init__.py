"""Throughput, memory and start-up, printed as ratios to a baseline in the same run."""
