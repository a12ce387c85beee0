"""Bytes received become a page of text."""
