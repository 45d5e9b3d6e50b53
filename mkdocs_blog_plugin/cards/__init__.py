"""Pictures made by Pillow: preview cards of 1200 × 630 pixels, from the facts of a page, and smaller copies of covers."""
