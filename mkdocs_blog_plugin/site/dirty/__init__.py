"""What `--dirty` writes again, and what it removes."""
