"""What tests share: sites, posts and pages to test on, and readers of what comes out."""
