"""Dirty builds: which outputs are stale, and which are removed."""
