"""The MkDocs edge: documents in; pages, nav, content and files out."""
