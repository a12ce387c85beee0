"""WHAT does the user type? One file per command."""

from musnad.cli.app import app, main

__all__ = ["app", "main"]
