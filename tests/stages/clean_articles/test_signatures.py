import pytest

from musnad.lexicons import load_lexicon
from musnad.stages.clean_articles.signatures import read_signature

LEXICON = load_lexicon(('[[place]]\nname = "الصفا"\nkind = "city"\n',))


@pytest.mark.parametrize(
    ("line", "name", "place"),
    [
        ("كتب: سالم المرساوي", "سالم المرساوي", None),
        ("كتبت هند الصفوي", "هند الصفوي", None),
        ("بقلم/ د. سالم المرساوي", "د. سالم المرساوي", None),
        ("الصفا - سالم المرساوي", "سالم المرساوي", "الصفا"),
        ("سالم المرساوي – الصفا", "سالم المرساوي", "الصفا"),
        ("الصفا: سالم المرساوي", "سالم المرساوي", "الصفا"),
        ("إعداد: هند الصفوي - وكالات", "هند الصفوي", None),
        ("سالم المرساوي، هند الصفوي", "سالم المرساوي، هند الصفوي", None),
        ("By Salem Marsawi", "Salem Marsawi", None),
    ],
)
def test_name_and_place_of_whoever_signed(line, name, place):
    signature = read_signature(line, LEXICON)
    assert signature is not None
    assert (signature.name, signature.place) == (name, place)


@pytest.mark.parametrize(
    "line",
    [
        "رويترز - الصفا",
        "الصفا - وكالات",
        "(الصفا - وكالة الساحل)",
        "الصفا: سالم المرساوي رئيسا",
        "قال سالم إن الميناء مغلق",
        "admin",
        "متابعة",
    ],
)
def test_what_names_nobody(line):
    assert read_signature(line, LEXICON) is None
