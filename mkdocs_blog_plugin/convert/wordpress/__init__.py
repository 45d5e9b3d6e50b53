"""An export of WordPress (WXR) in, posts in our terms out."""
