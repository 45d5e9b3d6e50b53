"""Text in, text out: slugs, permalink patterns, safe paths, relative links, collisions."""
