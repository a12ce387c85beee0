"""HOW is it seen? The web pages and the API."""
