"""What a browser sees in a page: text of elements, with and without Arabic blocks."""

from html.parser import HTMLParser

VOID = {"meta", "link", "input", "br", "img"}


class Seen(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.stack, self.article, self.outside, self.cursor = [], [], [], []

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        if tag not in VOID:
            self.stack.append((tag, told))
        if told.get("lang") != "ar" and not self.in_arabic():
            self.outside += [
                told.get(name) or "" for name in ("title", "aria-label", "placeholder")
            ]

    def handle_endtag(self, tag):
        if tag not in VOID:
            self.stack.pop()

    def in_arabic(self):
        langs = [told["lang"] for _, told in self.stack if "lang" in told]
        return bool(langs) and langs[-1] == "ar"

    def handle_data(self, text):
        if any(told.get("id") == "text" for _, told in self.stack):
            self.article.append(text)
        if not self.in_arabic():
            self.outside.append(text)


def seen(html):
    # As the HTML standard does before parsing; a character reference keeps a carriage return.
    reader = Seen()
    reader.feed(html.replace("\r\n", "\n").replace("\r", "\n"))
    return reader


def article_text(html):
    return "".join(seen(html).article)


def arabic_outside(html):
    """Arabic letters that stand outside blocks marked as Arabic, with their surroundings."""
    return [text for text in seen(html).outside if any("\u0600" <= c <= "\u06ff" for c in text)]
