"""Catalog to views: which generated pages exist. Returns plain data and does nothing."""
