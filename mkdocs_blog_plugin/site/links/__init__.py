"""Paths in posts, resolved: to pages, pictures, lists of links."""
