"""The output in README.md: what the program really prints."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
BLOCK = re.compile(r"(<!-- output -->\n).*?(<!-- /output -->)", re.DOTALL)
PAGE = "sample/pages/09_nawras_port_closure.txt"
WORDS = ("read", PAGE, "--lexicon", "sample/lexicon.toml", "--format", "table")
LINES = 7


def readme_text() -> str:
    """Gives README.md with the block between its output marks as the program prints it now."""
    shown = f"```console\n$ musnad {' '.join(WORDS)} | head -{LINES}\n{output()}\n```\n"
    return BLOCK.sub(lambda match: match[1] + shown + match[2], README.read_text("utf-8"))


def output() -> str:
    """Gives the first lines that the command prints."""
    ran = subprocess.run(
        (sys.executable, "-m", "musnad", *WORDS),
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True,
        env=os.environ | {"PYTHONIOENCODING": "utf-8", "NO_COLOR": "1"},
    )  # fmt: skip
    return "\n".join(ran.stdout.splitlines()[:LINES])
