"""An article of the invented press that its page changes, for tests of versions."""

from musnad.model.records import Fetched, Given, Received

URL = "https://sada.example/news/port-fire"
TITLE, OTHER_TITLE = "سبعة قتلى في حريق بمرفأ الصفا", "ثلاثة قتلى في حريق بمرفأ الصفا"
DEATHS = (
    "قال وزير الموانئ نادر الكتبي إن سبعة بحارة قتلوا في حريق اندلع في مرفأ الصفا فجر الأحد، "
    "وإن التحقيق بدأ مع مدير الرصيف الثاني."
)
BLAME = "وأضاف الكتبي أن الحريق نجم عن إهمال في صيانة خزانات الوقود في المرفأ منذ عام."
DENIAL = "ونفت وزارة الموانئ في بيان تلقيها أي تحذير، وقالت إن الخزانات فحصت في نيسان الماضي."
STRIKE = "وأعلنت نقابة البحارة إضرابا ليوم واحد احتجاجا على ظروف العمل في المرفأ."
NOTE = "تصحيح: ورد في نسخة سابقة من هذا الخبر أن عدد القتلى سبعة."
FEWER = DEATHS.replace("سبعة", "ثلاثة")
HTML = """<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>{title}</title>
<meta property="og:site_name" content="صدى مرسى">
<meta property="article:published_time" content="{published}">{modified}</head>
<body><nav><a href="/">الرئيسية</a> <a href="/p">سياسة</a></nav>
<article><h1>{title}</h1>{body}</article><footer>زوار اليوم {visitors}</footer></body></html>"""


def html(title, *paragraphs, published="2031-05-04T10:30:00+03:00", modified=None, visitors=1):
    changed = f'<meta property="article:modified_time" content="{modified}">' if modified else ""
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    return HTML.format(
        title=title, body=body, published=published, modified=changed, visitors=visitors
    ).encode()


def fetched(data, at, url=URL, **told):
    about = Fetched(url=url, final_url=url, at=at, status=200, headers=(("ETag", f'"{at}"'),))
    return Received(
        data=data, name=told.pop("name", url), format="html", given=Given(url=url, **told),
        fetched=about,
    )  # fmt: skip


FIRST = fetched(html(TITLE, DEATHS, BLAME, DENIAL), "2031-05-04T08:00:00Z")
VISITED = fetched(html(TITLE, DEATHS, BLAME, DENIAL, visitors=2), "2031-05-04T09:00:00Z")
SILENT = fetched(html(OTHER_TITLE, FEWER, DENIAL, STRIKE), "2031-05-04T12:00:00Z")
TOLD = fetched(
    html(OTHER_TITLE, FEWER, DENIAL, STRIKE, NOTE, modified="2031-05-05T09:00:00+03:00"),
    "2031-05-05T08:00:00Z",
)
GONE = fetched(b"<html><body><h1>404</h1></body></html>", "2031-05-09T08:00:00Z")
