"""An article gets its events."""
