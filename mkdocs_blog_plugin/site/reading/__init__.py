"""From MkDocs' files to the posts, authors and terms of a blog."""
