"""Docusaurus' posts and configuration in, posts in our terms out."""
