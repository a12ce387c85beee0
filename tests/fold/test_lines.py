from musnad.fold import exact_words, line_key


def test_lines_that_say_the_same_have_one_key():
    assert line_key("إغلاق الميناءِ، اليوم!") == line_key("اغلاق الميناء اليوم")
    assert line_key("5 تعليقات") != line_key("6 تعليقات")
    assert line_key("* * *") == ""
    assert exact_words("© 2031 بوابة الصفا")[0] == "©"
