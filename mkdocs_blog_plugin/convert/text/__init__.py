"""Markdown of other systems in, Markdown that Python-Markdown renders alike out; text only."""
