"""What a blog costs: CPU time and memory of builds with the plugin, beside builds without it."""
