"""The output of the blog: fragments on pages, feeds, redirects, exports."""
