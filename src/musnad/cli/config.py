"""`musnad config`."""

import os
from pathlib import Path

from musnad.cli.options import Format, FormatOption, WorkspaceOption
from musnad.cli.printing import print_json, print_table
from musnad.config import load_settings

EXAMPLES = """
  musnad config
  MUSNAD_SERVE_PORT=9000 musnad config --format jsonl
"""


def config(workspace: WorkspaceOption = None, format_: FormatOption = Format.table) -> None:
    """Print every setting and where its value came from.

    A value comes from the defaults, ./musnad.toml, DIR/musnad.toml, the environment (MUSNAD_…)
    or the command line; the later place wins.
    """
    found = load_settings(Path.cwd(), os.environ, {"workspace": workspace})
    if format_ is Format.table:
        print_table(("setting", "value", "from"), found.items())
    else:
        keys = ("setting", "value", "from")
        print_json((dict(zip(keys, row, strict=True)) for row in found.items()), format_)
