"""Everything that outlives a build."""
