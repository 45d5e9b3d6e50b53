"""A blog for documentation sites: on every theme and every MkDocs 1.x engine."""

__version__ = "0.1.0"
