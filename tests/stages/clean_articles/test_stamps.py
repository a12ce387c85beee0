import pytest

from musnad.stages.clean_articles.stamps import read_stamp


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("Sun, 04 May 2031 14:05:00 +0300", "2031-05-04T14:05+03:00"),
        ("04 May 2031 14:05 GMT", "2031-05-04T14:05+00:00"),
        ("1935669900", "2031-05-04T14:05+00:00"),
        ("1935669900000", "2031-05-04T14:05+00:00"),
        ("20310504T140500Z", "2031-05-04T14:05+00:00"),
        ("2031-5-4", "2031-05-04"),
        ("99 May 2031 14:05:00", None),
        (f"Sun, 04 May 2031 09:30:00{'1' * 40} +0300", None),
        ("12345", None),
        ("أمس", None),
    ],
)
def test_stamps_of_machines(written, value):
    read = read_stamp(written)
    assert (read[0] if read else None) == value
