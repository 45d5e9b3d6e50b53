"""Catalog and rendered posts to feeds: one writer per format, one model for all."""
