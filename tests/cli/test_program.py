"""The program as a whole: help, mistakes, bugs, pipes, speed."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from musnad.cli.app import COMMANDS
from musnad.config import SETTING_NAMES

NAMES = [function.__name__.replace("_", "-") for _, function in COMMANDS]


def program(*words, **given):
    environment = {k: v for k, v in os.environ.items() if not k.startswith("MUSNAD_")}
    return subprocess.run(
        [sys.executable, "-m", "musnad", *words],
        capture_output=True, env=environment | given, check=False,
    )  # fmt: skip


def test_every_command_of_the_project_is_there():
    wanted = "add read reread show explain verify search export issues remove serve evaluate"
    later = "origins follow doctor config version versions export-page explain-page"
    assert set(NAMES) == {*wanted.split(" "), *later.split(" ")}


@pytest.mark.parametrize("words", [(), ("read",)])
def test_h_is_help(musnad, words):
    assert musnad(*words, "-h") == musnad(*words, "--help")


def test_help_lists_every_command(musnad):
    out = musnad("--help").out
    listed = re.findall(r"^  ([a-z][a-z-]*)  +[A-Z].*\.$", out, re.MULTILINE)
    assert listed == NAMES  # and no line is cut off with «...»


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_help_with_an_example(musnad, name):
    ran = musnad(name, "--help")
    assert ran.status == 0
    examples = ran.out.partition("  Examples:\n")[2].splitlines()
    assert len(examples) >= (1 if name == "version" else 2)
    assert all(re.search(rf"^    .*\bmusnad {name}\b", line) for line in examples)


@pytest.mark.parametrize("name", NAMES)
def test_every_option_is_explained(musnad, name):
    options = musnad(name, "--help").out.partition("Options:")[2].partition("Examples:")[0]
    bare = re.findall(r"^  (-\S+(?: <\S+>| [A-Z]+)?)\n(?!    )", options, re.MULTILINE)
    assert bare == []


def test_every_command_has_its_file():
    folder = Path(sys.modules["musnad.cli"].__file__).parent
    for name in NAMES:
        assert (folder / f"{name.replace('-', '_')}.py").is_file()


def test_nothing_typed_gives_the_help(musnad):
    ran = musnad()
    assert "Commands:" in ran.out + ran.err
    assert ran.status in {0, 2}


@pytest.mark.parametrize("words", [("bla",), ("show", "--bla"), ("read",), ("show", "-f", "xml")])
def test_a_wrong_line_is_told(musnad, words):
    ran = musnad(*words)
    assert (ran.status, ran.out) == (2, "")
    assert "Error" in ran.err and "Traceback" not in ran.err


def test_version(musnad):
    assert musnad("--version").out == musnad("version").out
    assert re.fullmatch(r"musnad \d+\.\d+\.\d+\S*\n", musnad("version").out)


def test_config_tells_every_setting_and_its_origin(musnad, own_folder, monkeypatch):
    (own_folder / "musnad.toml").write_text("[serve]\nport = 9001")
    monkeypatch.setenv("MUSNAD_RUN_JOBS", "3")
    out = musnad("config", "--workspace", "w").out
    assert [line.split()[0] for line in out.splitlines()[1:]] == list(SETTING_NAMES)
    assert re.search(r"serve\.port +9001 +\S*musnad\.toml", out)
    assert re.search(r"run\.jobs +3 +MUSNAD_RUN_JOBS", out)
    assert re.search(r"workspace +w +command line", out)


def test_an_unknown_setting_stops_every_command(musnad, own_folder):
    (own_folder / "musnad.toml").write_text("[serve]\nprot = 9001")
    ran = musnad("show")
    assert ran.status == 2
    assert "M-001" in ran.err and "did you mean «serve.port»" in ran.err


def test_a_bug_is_told_as_one_and_its_traceback_on_demand(musnad, monkeypatch):
    def broken(*_):
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr("musnad.cli.config.load_settings", broken)
    ran = musnad("config")
    assert ran.status == 2
    assert "ZeroDivisionError: by nought" in ran.err and "This is a bug" in ran.err
    assert "Traceback" not in ran.err
    from musnad.cli import main  # noqa: PLC0415

    with pytest.raises(ZeroDivisionError):
        main(["config", "--debug"])


def test_a_refusal_of_the_system_is_no_bug(musnad, monkeypatch):
    def refused(*_):
        raise PermissionError(13, "Permission denied", "musnad.toml")

    monkeypatch.setattr("musnad.cli.config.load_settings", refused)
    ran = musnad("config")
    assert ran.status == 2
    assert ran.err.startswith("musnad: M-018 ") and "musnad.toml" in ran.err


def test_a_closed_pipe_is_quiet():
    for words in ("config --format json", "config", "--help"):
        line = f"{sys.executable} -m musnad {words} | true"
        ran = subprocess.run(line, shell=True, capture_output=True, check=False)
        assert (ran.stdout, ran.stderr) == (b"", b""), words


def test_a_reader_that_has_enough_is_no_failure(workspace, own_folder):
    for words in ("show -f jsonl", "show", "config", "--help"):
        line = f"{sys.executable} -m musnad {words} | true; exit ${{PIPESTATUS[0]}}"
        ran = subprocess.run(["bash", "-c", line], capture_output=True, check=False)
        assert (ran.returncode, ran.stderr) == (0, b""), words


def test_output_is_utf8_wherever_it_runs(own_folder):
    ran = program("search", "act:«غير»", LC_ALL="C", PYTHONIOENCODING="ascii")
    assert ran.returncode == 2
    assert "«غير»" in ran.stderr.decode("utf-8")


def test_help_is_there_at_once():
    """0.35 s is the promise; processor time is counted, which a busy machine hardly changes."""
    taken = []
    for _ in range(5):
        begin = os.times()
        assert program("--help").returncode == 0
        end = os.times()
        taken.append(sum(end[2:4]) - sum(begin[2:4]))
    assert 0 < min(taken) < 0.35


def test_help_loads_nothing_heavy():
    code = (
        "import sys\nfrom musnad.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "heavy = {'sqlalchemy', 'openpyxl', 'fastapi', 'selectolax', 'resiliparse', 'zstandard',"
        " 'musnad.store', 'musnad.lexicons', 'musnad.pipeline', 'musnad.fold'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert ran.stderr.decode().strip() == "[]"


def test_serve_without_its_extra_names_it(musnad, workspace, monkeypatch):
    for name in [name for name in sys.modules if name.split(".")[:2] == ["musnad", "serve"]]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "fastapi", None)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    ran = musnad("serve")
    assert ran.status == 2
    assert "M-012" in ran.err and "pip install 'musnad[web]'" in ran.err
