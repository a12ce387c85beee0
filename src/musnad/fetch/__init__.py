"""WHERE do pages come from? The only place that may touch the network."""
