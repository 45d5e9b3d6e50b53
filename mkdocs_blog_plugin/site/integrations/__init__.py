"""One module for each plugin and kind of theme that needs one."""
