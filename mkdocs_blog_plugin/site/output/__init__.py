"""What the site shows and writes: fragments on pages, feeds, redirects, exports."""
