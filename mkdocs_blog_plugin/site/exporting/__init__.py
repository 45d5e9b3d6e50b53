"""A site for other engines: the events of a build, and what is taken out of them."""
