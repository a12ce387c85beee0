"""Settings: one frozen tree, built once at the edge."""
