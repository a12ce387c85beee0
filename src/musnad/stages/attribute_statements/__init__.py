"""An article gets its statements with their chains."""
