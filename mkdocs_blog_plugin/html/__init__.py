"""Rendered HTML to HTML: excerpts, rooted and absolute links, words. Nothing is converted again."""
