"""`python -m mkdocs_blog_plugin.cli` is `mkdocs-blog`."""

from mkdocs_blog_plugin.cli.main import main

main(prog_name="mkdocs-blog")
