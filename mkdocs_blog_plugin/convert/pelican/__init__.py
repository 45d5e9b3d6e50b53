"""Pelican's articles and settings in, posts in our terms out."""
