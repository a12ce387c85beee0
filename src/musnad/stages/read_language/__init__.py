"""An article gets its names, times and quantities."""
