"""HOW does it leave? One file per format."""
