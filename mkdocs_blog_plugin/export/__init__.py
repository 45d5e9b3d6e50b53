"""A site for other engines: finished posts and views in Markdown files, and Zensical's configuration."""
