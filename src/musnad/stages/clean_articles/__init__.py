"""A page becomes the articles on it."""
