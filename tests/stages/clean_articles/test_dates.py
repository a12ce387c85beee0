import pytest

from musnad.stages.clean_articles.addresses import read_address
from musnad.stages.clean_articles.dates import read_date_line, read_modified_line
from musnad.stages.clean_articles.stamps import read_iso


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("الأحد 04 أيار 2031 - 19:37 صدى مرسى", "2031-05-04T19:37"),
        ("تاريخ النشر: 4th, May 2031 GMT", "2031-05-04"),
        ("نشر في: 4 مايو 2031 14:05", "2031-05-04T14:05"),
        ("تم نشره الأحد 4 أيار / مايو 2031 09:22 مساءً", "2031-05-04T21:22"),
        ("الأحد، 4 مايو 2031 12:10 ص", "2031-05-04T00:10"),
        ("17:55 GMT4 مايو/ أيار 2031", "2031-05-04T17:55+00:00"),
        ("٤ أيار/مايو ٢٠٣١", "2031-05-04"),
        ("الأحد 4 ماي 2031", "2031-05-04"),
        ("16 جوان 2031 | 9:05 م", "2031-06-16T21:05"),
        ("2031-05-04 10:30", "2031-05-04T10:30"),
        ("14/05/2031", "2031-05-14"),
        ("May 4, 2031", "2031-05-04"),
    ],
)
def test_date_lines_of_every_style(line, value):
    dated = read_date_line(line)
    assert dated is not None
    assert (dated.value, dated.reasons) == (value, ())


@pytest.mark.parametrize(
    "line",
    [
        "آخر تحديث: 4 مايو 2031 14:05",
        "الأحد 4 مايو 2031، آخر تحديث 14:00",
        "جميع الحقوق محفوظة 2031",
        "31 فبراير 2031",
        "قتل 12 شخصا في 2031",
        "",
    ],
)
def test_what_is_no_publication_date(line):
    assert read_date_line(line) is None


def test_a_wrong_weekday_is_a_reason():
    dated = read_date_line("الخميس 4 مايو 2031")
    assert dated is not None
    assert dated.reasons == ("الخميس is not that day",)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2031/05/04/port", "2031-05-04"),
        ("https://a.example/2031/news/5/4/port.html", "2031-05-04"),
        ("https://a.example/news/203105041044-port", "2031-05-04"),
        ("https://a.example/2031/99/04/port", None),
        ("https://a.example/article/825076", None),
    ],
)
def test_dates_in_addresses(url, day):
    assert read_address(url) == day


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("2031-05-04T11:54:00+03:00", ("2031-05-04T11:54+03:00", "minute")),
        ("2031-05-04 11:54:07.25", ("2031-05-04T11:54", "minute")),
        ("2031-05-04T11:54:00Z", ("2031-05-04T11:54+00:00", "minute")),
        ("2031-05-04T03:01+0400", ("2031-05-04T03:01+04:00", "minute")),
        ("2031-05-04", ("2031-05-04", "day")),
        ("2031-05", ("2031-05", "month")),
        ("2031-13-01", None),
        ("أمس", None),
    ],
)
def test_iso_values(value, read):
    assert read_iso(value) == read


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("الثلاثاء 24 شعبان 1445 هـ - 5 مارس 2024 م", "2024-03-05"),
        ("الثلاثاء ٢٤ شعبان ١٤٤٥هـ الموافق ٥ مارس ٢٠٢٤م", "2024-03-05"),
        ("1445/08/24 - 2024/03/05", "2024-03-05"),
        ("24/8/1445 هـ الموافق 05/03/2024", "2024-03-05"),
        ("الثلاثاء 05/03/2024", "2024-03-05"),
        ("الجمعة 05/03/2024", "2024-05-03"),
        ("سبت, 03/06/2021 - 12:25", "2021-03-06T12:25"),
        ("05.03.2024", "2024-03-05"),
        ("5 أي النار 2010", "2010-01-05"),
    ],
)
def test_calendars_and_weekdays_check_each_other(line, value):
    dated = read_date_line(line)
    assert dated is not None
    assert (dated.value, dated.reasons) == (value, ())


@pytest.mark.parametrize(
    ("line", "value", "reason"),
    [
        ("05/03/2024", "2024-03-05", "may be month/day"),
        ("3/5/2024 10:30:00 AM", "2024-03-05T10:30", "may be month/day"),
        ("نشر في: 24 شعبان 1445هـ", "2024-03-05", "Hijri"),
        ("24 شعبان 1445 هـ - 15 مارس 2024", "2024-03-15", "is 2024-03-05"),
    ],
)
def test_what_is_doubtful_says_why(line, value, reason):
    dated = read_date_line(line)
    assert dated is not None
    assert dated.value == value
    assert reason in " ".join(dated.reasons)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("5 مارس 2024 - 14:20 بتوقيت مكة المكرمة", "2024-03-05T14:20+03:00"),
        ("5 مارس 2024 14:20 (بتوقيت غرينتش)", "2024-03-05T14:20+00:00"),
        ("5 مارس 2024 الساعة 2:20 مساءً بتوقيت غرينتش+3", "2024-03-05T14:20+03:00"),
        ("5 مارس 2024 14:20 (UTC+2)", "2024-03-05T14:20+02:00"),
        ("5 مارس 2024 14:20 ت.غ", "2024-03-05T14:20+00:00"),
        ("5 مارس 2024 14:20 بتوقيت القاهرة", "2024-03-05T14:20"),
        ("5 مارس 2020 14:20 بتوقيت دمشق", "2020-03-05T14:20"),
    ],
)
def test_zones_are_kept_where_the_offset_is_known(line, value):
    dated = read_date_line(line)
    assert dated is not None
    assert dated.value == value


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("آخر تحديث: 4 مايو 2031 14:05", "2031-05-04T14:05"),
        ("نشر في: 3 مايو 2031 | آخر تحديث: 4 مايو 2031", "2031-05-04"),
        ("آخر تحديث: 4 مايو 2031 - نشر في: 3 مايو 2031", "2031-05-04"),
        ("نشر في: 3 مايو 2031", None),
    ],
)
def test_the_date_of_a_change_is_read_behind_its_label(line, value):
    dated = read_modified_line(line)
    assert (dated.value if dated else None) == value
