"""Text to `Post`: front matter with line numbers, dates, authors, fields, recognition."""
