"""A letter drawn by somebody who means harm: it is read like any other, and does nothing."""

import pytest
from playwright.sync_api import expect

from tests.house import DENIS, House, written
from tests.windows import Windows, open_case

pytestmark = pytest.mark.browser

ELSEWHERE = "http://127.0.0.1:9/spy"
HOSTILE = f"""<html><head><base href="{ELSEWHERE}/"><meta http-equiv="refresh" content="0;url={ELSEWHERE}/refresh">
<link rel="stylesheet" href="{ELSEWHERE}/style.css"><style>@import url({ELSEWHERE}/import.css);
body {{ background: url({ELSEWHERE}/back.png) }}</style></head>
<body onload="alert(1)" background="{ELSEWHERE}/body.png"><p>A perfectly ordinary question.</p>
<script>alert("script")</script><img src="{ELSEWHERE}/pixel.png" onerror="alert('img')"><img src=x onerror=alert(2)>
<svg onload="alert('svg')"><script>alert(3)</script><image href="{ELSEWHERE}/svg.png"/></svg>
<a id="bad" href="javascript:alert('link')">Read more</a> <a href="data:text/html,<script>alert(4)</script>">data</a>
<iframe src="{ELSEWHERE}/frame"></iframe><object data="{ELSEWHERE}/object"></object><embed src="{ELSEWHERE}/embed">
<video src="{ELSEWHERE}/video" autoplay></video><form action="{ELSEWHERE}/form"><input name="q" autofocus
onfocus="alert('focus')"></form><math><mtext><table><mglyph><style><img src=x onerror=alert(5)></style></table></math>
<div style="position:fixed;inset:0;background:url({ELSEWHERE}/inline.png)">over all</div></body></html>"""


def test_it_runs_nothing_and_asks_nothing_of_anybody(house: House, windows: Windows):
    letter = written(
        "mallory@elsewhere.example", "A perfectly ordinary question.", name='<img src=x onerror="alert(6)">',
        subject='"><script>alert(7)</script>', html=HOSTILE,
    )  # fmt: skip
    letter.add_attachment(HOSTILE.encode(), maintype="text", subtype="html", filename="<b>page</b>.html")
    letter.add_attachment(b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(8)'/>", maintype="image",
                          subtype="svg+xml", filename="picture.svg")  # fmt: skip
    house.deliver(letter)
    desk = windows.desk(DENIS)
    open_case(desk, "onerror")
    expect(desk.locator("#thread .letter.person .words")).to_contain_text("A perfectly ordinary question.")
    expect(desk.locator("h1")).to_contain_text("<script>")
    for link in desk.locator("#thread .files a").all():
        answer = desk.request.get(link.get_attribute("href"))
        assert answer.headers["content-disposition"].startswith("attachment")
        assert answer.headers["content-type"] == "application/octet-stream"
        assert "sandbox" in answer.headers["content-security-policy"]
    desk.goto(desk.locator(".sources a[href*=drawn]").first.get_attribute("href"))
    expect(desk.locator("body")).to_contain_text("A perfectly ordinary question.")
    assert (
        desk.locator("script, svg, iframe, object, embed, form, input, video, base, link:not([rel=icon])").count() == 0
    )
    addresses = [link.get_attribute("href") or "" for link in desk.locator("a").all()]
    assert not [address for address in addresses if address.startswith(("javascript:", "data:"))]


def test_five_megabytes_of_it_are_read_in_good_time(house: House, windows: Windows):
    html = "<div><table><tr><td><b>" * 3000 + HOSTILE + "<p>Encore une ligne, et puis une autre.</p>" * 125_000
    house.deliver(written("verbeux@elsewhere.example", "Un pavé.", name="Victor Pavé", subject="Pavé", html=html))
    desk = windows.desk(DENIS)
    open_case(desk, "Victor Pavé")
    expect(desk.locator("#thread .letter.person .words")).to_contain_text("Un pavé.")
