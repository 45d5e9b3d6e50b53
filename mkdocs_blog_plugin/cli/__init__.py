"""The command line `mkdocs-blog`: one module per command, thin over the layers below."""
