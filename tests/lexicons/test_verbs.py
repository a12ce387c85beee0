"""The table of reporting verbs holds every form, the right persons, and no jussive."""

import subprocess
import sys
from pathlib import Path

import pytest

from musnad.fold import fold_key
from musnad.lexicons.verbs import verb_table

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("form", "lemma", "tense", "person"),
    [
        ("قالت", "قال", "past", "3fs"),
        ("يؤكدون", "أكد", "pres", "3mp"),
        ("أعلنتا", "أعلن", "past", "3fd"),
        ("مضيفة", "أضاف", "part", "fs"),
        ("داعيا", "دعا", "part", "ms.acc"),
        ("نافين", "نفى", "part", "mp"),
        ("مشيرين", "أشار", "part", "mp"),
        ("دعوا", "دعا", "past", "3mp"),
        ("رأت", "رأى", "past", "3fs"),
        ("إدانة", "أدان", "masdar", ""),
    ],
)
def test_form(form: str, lemma: str, tense: str, person: str) -> None:
    readings = {(v.lemma, v.tense, v.person) for v in verb_table()[fold_key(form)]}
    assert (lemma, tense, person) in readings


def test_active_readings_hide_passive_ones() -> None:
    assert all(not v.tense.startswith("pass.") for v in verb_table()[fold_key("أعلن")])
    assert all(v.tense.startswith("pass.") for v in verb_table()[fold_key("قيل")])


def test_one_person_is_likelier_than_several() -> None:
    """«أعلن» is «he announced» before «أعلنّ», «they (women) announced»."""
    assert [verb.person for verb in verb_table()[fold_key("أعلن")]] == ["3ms", "3fp"]


def test_no_jussive_is_a_cue() -> None:
    """«يجب» is «must», not the jussive of «أجاب»."""
    assert fold_key("يجب") not in verb_table()


def test_the_table_is_what_the_script_writes() -> None:
    script = ROOT / "scripts" / "build_verb_forms.py"
    assert subprocess.run([sys.executable, str(script), "--check"], check=False).returncode == 0
