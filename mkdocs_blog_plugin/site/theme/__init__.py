"""Pages as the theme's templates make them, rendered again only if what they show has changed."""
