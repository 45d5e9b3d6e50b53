"""Jekyll's posts, data and configuration in, posts in our terms out."""
