from hashlib import sha256
from importlib.resources import files

import musnad
from musnad.pipeline.read import NAME_FILES, WORD_FILES

UNREAD = {"segmenter.crfsuite", "names_neural.onnx"}
"""Trained files that the light reading does not open."""
CODE = (".py", ".pyc", ".md")


def test_a_reading_names_the_trained_files_that_shaped_it() -> None:
    trained = {each.name: each for each in files("musnad.trained").iterdir() if each.is_file()}
    models = musnad.read("قال الوزير إن السفن عادت.").versions.models
    assert set(models) == {*NAME_FILES, *WORD_FILES}
    assert set(trained) - UNREAD - set(models) == {n for n in trained if n.endswith(CODE)}
    assert all(models[n] == sha256(trained[n].read_bytes()).hexdigest() for n in models)
