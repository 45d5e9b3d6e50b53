"""Model to fragments and head tags, in an autoescaping environment of its own."""
