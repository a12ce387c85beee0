"""What `make score` measures of statements beside the scorer, one module for each table."""
