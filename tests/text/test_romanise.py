import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.text.romanise import romanise


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("نَادِرٌ", "Nader"),
        ("نادر الكتبي", "Nader al-Kutbi"),
        ("وزارة الموانئ", "Ministry of Ports"),
        ("وزيرة الصحة والبيئة", "Minister of Health and Environment"),
        ("الوزير نادر الكتبي", "Minister Nader al-Kutbi"),
        ("وكالة الساحل للأنباء", "al-Sahel News Agency"),
        ("صحيفة المنارة", "al-Manara newspaper"),
        ("مصدر أمني مرسوي", "Marsawi security source"),
        ("مصدر في وزارة الموانئ", "Source in the Ministry of Ports"),
        ("مصدر ملاحي فضّل عدم الكشف عن اسمه", "Unnamed shipping source"),
        ("سكان وادي الغار", "Residents of Wadi al-Ghar"),
        (
            "وزارة ستغلق الرصيفين أمام السفن الكبيرة",
            "Wazara Satghalaq al-Rasifin Amam al-Safan al-Kabira",
        ),
        ("متطوعون", "Volunteers"),
        ("ناجون", "Survivors"),
        ("أصحاب الشحنات", "Owners of the trucks"),
        ("أصحاب السفن", "Owners of the ships"),
        ("تجار في السوق القريبة من الميناء", "Traders in the market near the port"),
        ("ناجون من السفينة", "Survivors of the ship"),
        ("ناجون ومتطوعون", "Survivors and volunteers"),
        ("حصيلة رسمية", "Official toll"),
        ("أهالي القرية", "Residents of the village"),
        ("أهالي وادي الغار", "Residents of Wadi al-Ghar"),
        ("سكان مدينة الصفا", "Residents of the city of al-Safa"),
        ("متظاهرون في الصفا", "Protesters in al-Safa"),
        ("نازحون سوريون", "Syrian displaced people"),
        ("مصادر أمنية", "Security sources"),
        ("مصدر طبي", "Medical source"),
        ("مصادر ملاحية مطلعة", "Informed shipping sources"),
        ("مصدر محلي في بلدية الصفا", "Local source in the Municipality of al-Safa"),
        ("مصدر حكومي رفيع", "Senior government source"),
        ("مصادر دبلوماسية غربية", "Western diplomatic sources"),
        ("مصدر عسكري نخيلي", "Nakhili military source"),
        ("المتحدث باسم وزارة الصحة", "Spokesman for the Ministry of Health"),
        ("متحدث باسم الجيش", "Spokesman for the Army"),
        ("رئيس الحكومة", "Prime Minister"),
        ("رئيس البلدية", "Mayor"),
        ("رئيس بلدية الصفا", "Mayor of al-Safa"),
        ("رئيس نقابة البحارة", "Head of the Union of the sailors"),
        ("رئيس الجمهورية", "President of the Republic"),
        ("رئيس لجنة الموانئ في البرلمان", "Head of the Committee of Ports in the Parliament"),
        ("رئيس اللجنة", "Head of the Committee"),
        ("وزير الموانئ", "Minister of Ports"),
        ("وزير الداخلية", "Interior Minister"),
        ("وزيرة التعليم", "Minister of Education"),
        ("مدير الميناء", "Director of the port"),
        ("مدير عام المستشفى", "Director-General of the hospital"),
        ("مدير مستشفى الصفا", "Director of the hospital of al-Safa"),
        ("نقيب الصيادين", "Head of the union of the fishermen"),
        ("عضو في مجلس البلدية", "Member of the Council of the Municipality"),
        ("عضو لجنة الموانئ", "Member of the Committee of Ports"),
        ("نائب في البرلمان", "MP in the Parliament"),
        ("نائب رئيس البلدية", "Deputy Mayor"),
        ("النائبة سلمى حداد", "MP Salma Haddad"),
        ("شاهد عيان", "Eyewitness"),
        ("شهود عيان", "Eyewitnesses"),
        ("شاهد", "Witness"),
        ("مسؤول أمني", "Security official"),
        ("مسؤول في الميناء", "Official in the port"),
        ("مسؤول كبير في وزارة الصحة", "Senior official in the Ministry of Health"),
        ("مراسل الوكالة", "Correspondent of the Agency"),
        ("مراسل صحيفة المنارة", "Correspondent of al-Manara newspaper"),
        ("عمال الميناء", "Workers of the port"),
        ("عمال المرفأ", "Workers of the harbour"),
        ("صيادون من القرية", "Fishermen from the village"),
        ("طبيب في المستشفى", "Doctor in the hospital"),
        ("ممرضة في مستشفى النورس", "Nurse in the hospital of al-Nawras"),
        ("محلل سياسي", "Political analyst"),
        ("خبير اقتصادي", "Economic expert"),
        ("خبير في شؤون الملاحة", "Expert in the Affairs of Shipping"),
        ("الشرطة", "Police"),
        ("شرطة الصفا", "Police of al-Safa"),
        ("الجيش المرسوي", "Marsawi Army"),
        ("الحكومة المرسوية", "Marsawi Government"),
        ("البرلمان", "Parliament"),
        ("محافظ حلب", "Governor of Aleppo"),
        ("محافظة حلب", "Governorate of Aleppo"),
        ("شركة النورس للملاحة", "al-Nawras Company for Shipping"),
        ("نقابة العمال", "Union of the workers"),
        ("حزب العمل", "Party of Labour"),
        ("لجنة التحقيق", "Committee of Inquiry"),
        ("هيئة الموانئ", "Authority of Ports"),
        ("منظمة الصحة العالمية", "World Health Organization"),
        ("جمعية الصيادين", "Association of the fishermen"),
        ("مجلس الأمن", "Security Council"),
        ("اتحاد الصيادين", "Union of the fishermen"),
        ("ميناء النورس", "Port of al-Nawras"),
        ("مرفأ الصفا", "Harbour of al-Safa"),
        ("قرية كفر زيتا", "Village of Kafar Zita"),
        ("عدد من السكان", "A number of the residents"),
        ("أحد سكان القرية", "One of the residents of the village"),
        ("عشرات المتظاهرين", "Dozens of the protesters"),
        ("وسائل إعلام محلية", "Local media"),
        ("وزارة الصحة العامة", "Ministry of Public Health"),
        ("مسؤولون أميركيون", "American officials"),
        ("الرئيس الأميركي", "American President"),
        ("سلمى", "Salma"),
        ("قبطان السفينة", "Captain of the ship"),
        ("مصدر لرويترز", "Source for Reuters"),
        ("بيان الوزارة", "Statement of the Ministry"),
        ("مصدر مقرب من الحكومة", "Source close to the Government"),
        ("سكان المدينة", "Residents of the city"),
        ("نقابة البحارة", "Union of the sailors"),
        ("المرصد السوري لحقوق الإنسان", "Syrian Observatory for Human Rights"),
        ("القوات المسلحة", "Armed Forces"),
        ("وزير الخارجية الفرنسي", "French Foreign Minister"),
        ("الأمين العام للأمم المتحدة", "Secretary-General of United Nations"),
        ("موقع النورس الإخباري", "al-Nawras News website"),
        ("قناة الأفق", "al-Ufuq channel"),
        ("صدى مرسى", "Sada Marsa"),
        ("بوابة الصفا", "al-Safa portal"),
        ("وكالة المرسى الرسمية", "Official al-Marsa Agency"),
        ("باسم نصار", "Bassem Nassar"),
        ("اثنان من الصيادين", "Two of the fishermen"),
        ("عبد الرحمن بن سلمان", "Abdulrahman bin Salman"),
        ("ستغلق الرصيفين", "Satghalaq al-Rasifin"),
        ("شهود", "Witnesses"),
        ("ليث البيطار", "Layth al-Bitar"),
        ("زياد المرفئي", "Ziad al-Marfi"),
        ("الوزير طارق المينائي", "Minister Tariq al-Minai"),
        ("ناجون كثيرون", "Many survivors"),
        ("ناجون من نجمة الغار", "Survivors of Najma al-Ghar"),
        ("حصيلة أولية", "Initial toll"),
        ("مشرف في الميناء", "Supervisor in the port"),
        ("مسؤول في هلال الإغاثة", "Official in the Relief Crescent"),
        ("UNHCR", "UNHCR"),
        ("😀", "unnamed"),
        ("", "unnamed"),
    ],
)
def test_names_become_readable(name, latin):
    assert romanise(name) == latin


@pytest.mark.parametrize(
    "name",
    ["وزارة ستغلق الرصيفين أمام السفن الكبيرة", "ستغلق الرصيفين", "لجنة القشطرة المنحوسة"],
)
def test_a_phrase_mostly_unknown_is_spelled_whole(name):
    words = romanise(name).split()
    assert not {"Ministry", "Committee", "of", "piers", "ships"} & set(words)
    assert len(words) == len(name.split())


def test_a_single_particle_is_translated():
    assert romanise("ل") == "For"


@given(st.text(alphabet=st.characters(min_codepoint=0x0600, max_codepoint=0x06FF), max_size=40))
def test_arabic_letters_never_come_through(name):
    assert romanise(name).isascii()


@given(st.text(max_size=30))
def test_whatever_comes_in_is_latin_and_not_empty(name):
    assert re.fullmatch(r"[ -~]+", romanise(name))
