import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.serve.romanise import romanise


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("نادر الكتبي", "Nader al-Kutbi"),
        ("نَادِرٌ", "Nader"),
        ("عبد الرحمن بن سلمان", "Abdulrahman bin Salman"),
        ("وزارة الموانئ", "Ministry of Ports"),
        ("وزيرة الصحة والبيئة", "Minister of Health and Environment"),
        ("الوزير نادر الكتبي", "Minister Nader al-Kutbi"),
        ("وكالة الساحل للأنباء", "al-Sahel News Agency"),
        ("صحيفة المنارة", "al-Manara newspaper"),
        ("مصدر أمني مرسوي", "Marsawi security source"),
        ("مصدر في وزارة الموانئ", "source in Ministry of Ports"),
        ("مصدر ملاحي فضّل عدم الكشف عن اسمه", "unnamed navigation source"),
        ("سكان وادي الغار", "Residents of Wadi al-Ghar"),
        ("UNHCR", "UNHCR"),
        ("😀", "unnamed"),
        ("", "unnamed"),
    ],
)
def test_names_become_readable(name, latin):
    assert romanise(name) == latin


@given(st.text(alphabet=st.characters(min_codepoint=0x0600, max_codepoint=0x06FF), max_size=40))
def test_arabic_letters_never_come_through(name):
    assert romanise(name).isascii()


@given(st.text(max_size=30))
def test_whatever_comes_in_is_latin_and_not_empty(name):
    assert re.fullmatch(r"[ -~]+", romanise(name))
