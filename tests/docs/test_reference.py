"""The reference is generated, up to date, and leaves nothing out."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from musnad.cli.app import COMMANDS
from musnad.config import SETTING_NAMES
from musnad.errors import ERRORS, ISSUES, UNREADABLE

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "docs" / "reference"


def test_the_reference_is_up_to_date():
    words = [sys.executable, "docs/generate.py", "--check"]
    ran = subprocess.run(words, cwd=ROOT, capture_output=True, check=False)
    assert (ran.returncode, ran.stdout.decode(), ran.stderr.decode()) == (0, "", "")


@pytest.mark.parametrize("code", [*ERRORS, *ISSUES])
def test_every_code_is_documented(code):
    assert f'<a id="{code.lower()}"></a>' in (REFERENCE / "codes.md").read_text("utf-8")


@pytest.mark.parametrize("name", SETTING_NAMES)
def test_every_setting_is_documented(name):
    row = next(
        line
        for line in (REFERENCE / "settings.md").read_text("utf-8").splitlines()
        if line.startswith(f"| `{name}` |")
    )
    assert re.search(r"\| [A-Z0-9].*\.  *\|$|\| [A-Z0-9][^|]*\. \|$", row), "it has no description"


@pytest.mark.parametrize("name", [f.__name__.replace("_", "-") for _, f in COMMANDS])
def test_every_command_is_documented_with_an_example(name):
    page = (REFERENCE / "cli.md").read_text("utf-8")
    section = page.partition(f"\n## musnad {name}\n")[2].partition("\n## ")[0]
    assert re.search(rf"```sh\n(?:.*\n)*?.*musnad {name}\b", section)


def test_the_codes_that_end_a_command_with_one_are_documented():
    for page in ("cli.md", "codes.md"):
        text = (REFERENCE / page).read_text("utf-8")
        assert ", ".join(sorted(UNREADABLE)) in text
        assert "status 1" in text or "end with 1" in text


def test_no_code_is_used_that_is_not_known():
    used = {
        code
        for path in (ROOT / "src").rglob("*.py")
        for code in re.findall(r"\bM-\d{3}\b", path.read_text("utf-8"))
    }
    assert used <= {*ERRORS, *ISSUES}
