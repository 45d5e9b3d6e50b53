"""MkDocs' files: moved, generated, filled; documents read from them."""
