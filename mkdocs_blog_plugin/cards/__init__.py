"""Pictures made by Pillow: preview cards of 1200 × 630 pixels, and smaller copies of covers."""
