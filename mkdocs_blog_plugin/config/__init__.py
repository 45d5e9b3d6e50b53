"""The options of mkdocs.yml, as MkDocs option classes, and how they become frozen `Settings`."""
