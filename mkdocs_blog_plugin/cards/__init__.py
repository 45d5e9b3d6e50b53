"""Preview cards: from the facts of a page to a picture of 1200 × 630 pixels, drawn by Pillow."""
