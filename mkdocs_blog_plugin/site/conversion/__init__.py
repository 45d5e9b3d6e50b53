"""Markdown to HTML, by one converter for all posts."""
