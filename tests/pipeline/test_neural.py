from hashlib import sha256
from pathlib import Path

import pytest

import musnad
from musnad.errors import MusnadError
from musnad.pipeline import neural
from musnad.pipeline.read import WORD_FILES
from small_model import small_model

TEXT = "عاد الوفد مع زمزود قلشوب إلى الميناء صباح الخميس، وقال إن السفن عادت."


@pytest.fixture
def model(tmp_path: Path) -> Path:
    path = tmp_path / "small.onnx"
    path.write_bytes(small_model({"▁زمزود": "B-PERS", "▁قلشوب": "I-PERS"}))
    return path


def test_a_reading_with_a_model_names_it(model: Path) -> None:
    reading = musnad.read(TEXT, names=str(model))
    assert reading.versions.models["names_neural"] == sha256(model.read_bytes()).hexdigest()
    assert set(reading.versions.models) == {"names_neural", *WORD_FILES}
    assert [each.text for each in reading.mentions if each.made_by == "mentions.neural"] == [
        "زمزود قلشوب"
    ]


def test_the_light_tagger_reads_unless_told_otherwise() -> None:
    assert "names_neural" not in musnad.read(TEXT).versions.models


def test_a_path_to_nothing_is_told(tmp_path: Path) -> None:
    with pytest.raises(MusnadError, match=r"M-005 .*run\.names"):
        neural.page_work((), str(tmp_path / "none.onnx"))


def test_a_model_that_is_not_installed_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(neural, "trained_path", tmp_path.joinpath)
    with pytest.raises(MusnadError, match=r"M-012 .*neural\.md"):
        neural.page_work((), neural.NEURAL)


def test_a_missing_part_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neural, "NEEDED", ("no_such_module",))
    with pytest.raises(MusnadError, match=r"M-012 .*musnad\[neural\]"):
        neural.page_work((), neural.NEURAL)


@pytest.fixture
def bodies(tmp_path: Path) -> str:
    path = tmp_path / "bodies.onnx"
    path.write_bytes(small_model({"▁هيئة": "B-ORG", "▁الموانئ": "I-ORG"}))
    return str(path)


def test_a_body_inside_of_a_post_takes_no_part_in_events(bodies: str) -> None:
    text = "جرت مباحثات بين رئيس هيئة الموانئ ورئيس الوزراء في المدينة."
    reading = musnad.read(text, names=bodies)
    assert "هيئة الموانئ" in [each.text for each in reading.mentions]
    (event,) = reading.events
    assert event.actor is not None
    assert event.recipient is not None
    assert (event.actor.name, event.recipient.name) == ("رئيس هيئة الموانئ", "رئيس الوزراء")


def test_a_body_inside_of_a_post_is_no_speaker(bodies: str) -> None:
    text = "غادر القاعة رئيس هيئة الموانئ، بزعم أن المفاوضات انتهت."
    reading = musnad.read(text, names=bodies)
    assert "هيئة الموانئ" in [each.text for each in reading.mentions]
    assert [each.speaker.name for each in reading.statements] == ["رئيس هيئة الموانئ"]
