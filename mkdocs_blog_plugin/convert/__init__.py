"""Blogs of other systems in, a blog of ours out: a reader for each system, one writer for all."""
