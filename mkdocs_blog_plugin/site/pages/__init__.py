"""The plan of the blog on MkDocs' pages and navigation."""
