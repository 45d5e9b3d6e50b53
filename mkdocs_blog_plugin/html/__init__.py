"""Rendered HTML to HTML: excerpts, portable and absolute links, words. Nothing is converted again."""
