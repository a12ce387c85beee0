"""Settings: four places, one order, and plain words for a mistake."""

import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from musnad.config import DEFAULT_LIMITS, SETTING_NAMES, Settings, bounds, load_settings
from musnad.errors import MusnadError


def configured(folder, environment=None, **command_line):
    line = {name.replace("__", "."): value for name, value in command_line.items()}
    return load_settings(folder, environment or {}, line)


def test_nothing_given_gives_the_defaults(tmp_path):
    found = configured(tmp_path)
    assert found.settings == Settings()
    assert {origin for _, _, origin in found.items()} == {"default"}


def test_defaults_file_and_records_agree():
    table = tomllib.loads(files("musnad").joinpath("defaults.toml").read_text("utf-8"))
    flat = {
        (f"{key}.{inner}" if isinstance(value, dict) else key): item
        for key, value in table.items()
        for inner, item in (value.items() if isinstance(value, dict) else [("", value)])
    }
    assert flat == {name: value for name, value, _ in configured(Path("/nowhere")).items()}
    assert tuple(flat) == SETTING_NAMES


def test_later_places_win(tmp_path):
    (tmp_path / "musnad.toml").write_text("[serve]\nport = 1001\nhost = 'a'\n[run]\njobs = 2\n")
    inside = tmp_path / "musnad-workspace"
    inside.mkdir()
    (inside / "musnad.toml").write_text("[serve]\nport = 1002\nhost = 'b'\n")
    assert configured(tmp_path).settings.serve.port == 1002
    found = configured(tmp_path, {"MUSNAD_SERVE_PORT": "1003"}, serve__port=None)
    assert found.settings.serve.port == 1003
    found = configured(tmp_path, {"MUSNAD_SERVE_PORT": "1003"}, serve__port=1004)
    assert (found.settings.serve.port, found.settings.serve.host) == (1004, "b")
    assert found.settings.run.jobs == 2
    assert found.origins["serve.port"] == "command line"
    assert found.origins["serve.host"] == str(inside / "musnad.toml")
    assert found.origins["run.jobs"] == str(tmp_path / "musnad.toml")


def test_workspace_comes_from_the_environment(tmp_path):
    (tmp_path / "w").mkdir()
    (tmp_path / "w" / "musnad.toml").write_text("run.jobs = 3")
    found = configured(tmp_path, {"MUSNAD_WORKSPACE": str(tmp_path / "w"), "HOME": "x"})
    assert found.settings.run.jobs == 3
    assert found.origins["workspace"] == "MUSNAD_WORKSPACE"


@pytest.mark.parametrize(
    ("toml", "code", "words"),
    [
        ("[serve]\nprot = 1", "M-001", "did you mean «serve.port»?"),
        ("sevre = 1", "M-001", "sevre"),
        ("[serve]\nport = 'x'", "M-014", "a whole number"),
        ("[serve]\nport = true", "M-014", "a whole number"),
        ("[serve]\nport = 70000", "M-014", "0 to 65535"),
        ("[serve]\nhost = 5", "M-014", "a text"),
        ("[serve]\nhost = ''", "M-014", "empty"),
        ("serve = 5", "M-001", "serve"),
        ("[serve", "M-014", "musnad.toml"),
        ("[limits]\npage_bytes = 0", "M-014", "1 to"),
    ],
)
def test_a_mistake_in_the_file_is_told(tmp_path, toml, code, words):
    (tmp_path / "musnad.toml").write_text(toml)
    with pytest.raises(MusnadError) as caught:
        configured(tmp_path)
    assert caught.value.code == code
    assert words in str(caught.value)


def test_a_mistake_in_the_environment_is_told(tmp_path):
    with pytest.raises(MusnadError, match="did you mean «MUSNAD_SERVE_PORT»"):
        configured(tmp_path, {"MUSNAD_SERVE_PROT": "1"})
    with pytest.raises(MusnadError, match=r"M-014 .*MUSNAD_SERVE_PORT"):
        configured(tmp_path, {"MUSNAD_SERVE_PORT": "many"})


def test_the_folder_of_the_benchmarks_is_no_setting(tmp_path):
    found = configured(tmp_path, {"MUSNAD_SHARED": "corpora", "MUSNAD_RUN_JOBS": "2"})
    assert found.settings.run.jobs == 2
    with pytest.raises(MusnadError, match="M-001"):
        configured(tmp_path, {"MUSNAD_SHARE": "corpora"})


def test_a_file_in_the_place_of_the_workspace_has_no_settings(tmp_path):
    (tmp_path / "file").write_text("x")
    assert configured(tmp_path, workspace="file").settings.workspace == "file"


def test_a_workspace_cannot_name_another(tmp_path):
    (tmp_path / "musnad-workspace").mkdir()
    (tmp_path / "musnad-workspace" / "musnad.toml").write_text("workspace = 'b'")
    with pytest.raises(MusnadError, match="inside a workspace"):
        configured(tmp_path)


def test_every_number_has_bounds_that_hold_its_default():
    for name, value, _ in configured(Path("/nowhere")).items():
        least, most = bounds(name)
        assert isinstance(value, str) or least <= value <= most, name
    assert bounds("limits.page_bytes")[0] >= 1
    assert DEFAULT_LIMITS.page_bytes == 20_000_000
