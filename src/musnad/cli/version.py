"""`musnad version`."""

import typer

from musnad import __version__

EXAMPLES = """
  musnad version
"""


def version() -> None:
    """Print the version of Musnad."""
    typer.echo(f"musnad {__version__}")
