"""Archives made for the tests."""

import gzip
import zipfile
from io import BytesIO

from musnad.fetch import FetchIssue, receive

PAGE = "<html><body><p>أغلق ميناء النورس أمام السفن {n} أياما.</p></body></html>"
HTML = (("Content-Type", "text/html; charset=utf-8"),)


def page(n=1):
    return PAGE.format(n=n).encode()


def record(url, body, headers=HTML, *, status="200 OK", kind="response", length=None):
    """Gives the bytes of one WARC record with an HTTP response."""
    lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in headers), "", ""]
    content = "\r\n".join(lines).encode() + body
    head = [
        "WARC/1.0", f"WARC-Type: {kind}", f"WARC-Target-URI: {url}",
        "WARC-Date: 2031-05-04T09:30:00Z", "WARC-Record-ID: <urn:uuid:0-0>",
        "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(content) if length is None else length}", "", "",
    ]  # fmt: skip
    return "\r\n".join(head).encode() + content + b"\r\n\r\n"


def packed(*records):
    """Gives a WARC.GZ: each record a member of its own."""
    return b"".join(map(gzip.compress, records))


def zipped(members, **options):
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def received(path, data=None, **options):
    """Gives what is received from a file, written first when there are data."""
    if data is not None:
        path.write_bytes(data)
    return list(receive([path], **options))


def told(found):
    """Gives name and code of each: «pages.csv#3 M-117», no code for what was received."""
    return [
        f"{one.path.rpartition('/')[2]} {one.code}"
        if isinstance(one, FetchIssue)
        else one.name.rpartition("/")[2]
        for one in found
    ]
