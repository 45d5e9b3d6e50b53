"""What a path in a post means: pages, pictures, lists of links."""
