"""Hugo's content, shortcodes and configuration in, posts in our terms out."""
