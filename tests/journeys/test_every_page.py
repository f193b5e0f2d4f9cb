"""Every page of both audiences: anybody can use it, it loads nothing from elsewhere, and a person is one step away."""

import os
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.house import ESTHER, FARID, FIONA, Colleague, House, eventually, plain, written
from tests.postgres import database_of_its_own
from tests.routes import ADMIN, DEMO_PAGES, NOT_PAGES, PAGES, PERSON, STAFF, routes
from tests.windows import LONG_ENOUGH, Windows, close_case, open_case, row_of, watched

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DEMO_PASSWORD = "petite voix"


PARTS = ["portal", "desk/account/", "desk/cases/", "desk/errors/", "desk/settings/", "desk/"]


def part_of(route: str) -> str:
    return next((part for part in PARTS if route.startswith(part)), "portal")


@dataclass(frozen=True)
class Look:
    """How a page is looked at."""

    language: str
    dark: bool
    phone: bool


LOOKS = [Look("en", dark=False, phone=False), Look("fr", dark=True, phone=True)]
SEEN_AS = [pytest.param(look, id=f"{look.language}-{'dark-phone' if look.phone else 'light'}") for look in LOOKS]


@pytest.fixture(scope="session")
def filled(house: House, browser: Browser) -> Iterator[dict[str, str]]:
    """What stands in the addresses: a house in which something has happened."""
    windows = Windows(house, browser, "filling")
    letter = written(
        "rosa@letters.example", "Is my **contract** settled?\n\nRosa", name="Rosa Vale", subject="My contract"
    )
    letter.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="contract.pdf")
    house.deliver(letter)
    desk = windows.desk(FIONA)
    closed = open_case(desk, "Rosa Vale")
    person = desk.locator("#person-name a").get_attribute("href").strip("/").split("/")[-1]
    desk.locator("#mode-note").check()
    desk.locator("#note-words").fill("It is *signed*.")
    desk.locator("#note-words").press("Control+Enter")
    expect(desk.locator("#thread .letter.note")).to_be_visible()
    close_case(desk, "A contract nobody had opened.", "We opened it, and it is settled.")
    desk.goto("/desk/errors/new/")
    desk.locator("[name=title]").fill("A contract lay unopened.")
    desk.locator("[name=effect]").fill("Nobody answered for a week.")
    desk.locator("[name=cases]").fill(closed)
    desk.locator("main button.primary").click()
    desk.wait_for_url(re.compile(r"/desk/errors/\d+/"))
    error = desk.url.strip("/").split("/")[-1]
    link = re.search(rf"{house.url}/me/([^/]+)/", plain(house.letter_to("rosa@letters.example", "nobody had opened")))
    page = windows.window(locale="en-GB")
    page.goto("/")
    page.locator("#words").fill("And may I have a copy of it?")
    page.locator("#email").fill("rosa@letters.example")
    eventually(lambda: page.evaluate(LONG_ENOUGH))
    page.locator("form.asking button.primary").click()
    page.wait_for_url("**/asked/**")
    house.cookies["rosa"] = page.context.cookies()
    asked = page.url.strip("/").split("/")[-1].split("?")[0]
    admin = windows.desk(FARID)
    admin.goto("/desk/settings/fields/new/")
    admin.locator("[name=label_en]").fill("Floor")
    admin.locator("[name=key]").fill("floor")
    admin.locator("main button.primary").click()
    field = admin.locator("main ul.ledger a").first.get_attribute("href").strip("/").split("/")[-1]
    admin.goto("/desk/settings/outside/new/")
    for name, words in {
        "name": "Shop",
        "link": "https://shop.example/?p={person}",
        "secret": "a secret of the shop",
    }.items():
        admin.locator(f"[name={name}]").fill(words)
    admin.locator("main button.primary").click()
    system = admin.locator("main ul.ledger a").first.get_attribute("href").strip("/").split("/")[-1]
    desk.goto("/desk/people/organisations/new/")
    desk.locator("[name=name]").fill("The mill")
    desk.locator("main button.primary").click()
    desk.wait_for_url(re.compile(r"/organisations/\d+/"))
    organisation = desk.url.strip("/").split("/")[-1]
    house.deliver(written("rosa.vale@letters.example", "Am I here twice?", name="Rosa Vale", subject="Twice"))
    desk.goto("/desk/")
    row_of(desk, "Am I here twice").locator("a").click()
    expect(desk.locator("#title")).to_have_text("Twice")
    other = desk.locator("#person-name a").get_attribute("href").strip("/").split("/")[-1]
    admin.goto(f"/desk/people/{person}/block/")
    admin.locator("[name=reason]").fill("On Monday you wished us harm.")
    admin.locator("main form.stack button").click()
    admin.wait_for_url(f"**/desk/people/{person}/")
    desk.goto(f"/desk/cases/{asked}/")
    message = desk.locator("#thread [data-message]").first.get_attribute("data-message")
    desk.goto("/desk/views/new/")
    desk.locator("#view-name").fill("With a file")
    desk.locator("[name=files]").check()
    desk.locator("[name=audience][value=everyone]").check()
    desk.get_by_role("button", name="Keep this view").click()
    desk.wait_for_url(re.compile(r"/desk/views/\d+/"))
    view = desk.url.strip("/").split("/")[-1]
    desk.goto("/desk/settings/checklists/new/")
    desk.locator("[name=name]").fill("A copy")
    desk.locator("[name=words-0]").fill("Find the contract")
    desk.locator("[name=link-0]").fill("https://papers.example/")
    desk.locator("main button.primary").click()
    procedure = desk.locator("main ul.ledger a").first.get_attribute("href").strip("/").split("/")[-1]
    desk.goto("/desk/settings/macros/new/")
    desk.locator("[name=name_en]").fill("Send a copy")
    desk.locator("[name=for]").select_option("everyone")
    desk.locator("[name=procedure]").select_option(procedure)
    desk.locator("[name=en]").fill("Hello {first_name}, here is your copy.")
    desk.locator("main button.primary").click()
    macro = desk.locator("main ul.ledger a").first.get_attribute("href").strip("/").split("/")[-1]
    desk.goto(f"/desk/cases/{asked}/macros/{macro}/")
    desk.locator("#do-it").click()
    expect(desk.locator(".checklist")).to_contain_text("Find the contract")
    said = house.command("advisor", "add", "nadia@lefil.example", "--name", "Nadia")
    yield {
        "closed": closed, "asked": asked, "person": person, "token": link[1], "team": "1", "mailbox": "1", "advisor": "1",
        "error": error, "field": field, "system": system, "organisation": organisation, "other": other, "view": view, "message": message, "macro": macro, "procedure": procedure,
        "welcome": re.search(r"http\S+", said)[0],
    }  # fmt: skip
    windows.close()


def test_no_address_is_forgotten_here():
    known = PAGES.keys() | DEMO_PAGES.keys() | NOT_PAGES.keys()
    assert routes() == known
    assert len(PAGES) + len(DEMO_PAGES) + len(NOT_PAGES) == len(known)


@pytest.mark.parametrize("look", SEEN_AS)
@pytest.mark.parametrize("part", PARTS)
def test_anybody_can_use(house: House, windows: Windows, filled, part, look):
    open_windows: dict[str, Page] = {}
    for route, (who, pattern) in PAGES.items():
        if part_of(route) != part:
            continue
        page = open_windows.get(who) or open_windows.setdefault(who, window_for(windows, who, look))
        path = pattern.format(**filled)
        answer = page.goto(in_language(path, look))
        assert answer.status == 200, path
        assert path == filled["welcome"] or urlsplit(page.url).path == urlsplit(path).path
        look_over(page, look)
        if part == "portal":
            has_the_way_to_a_person(page, look)


@pytest.mark.parametrize("look", SEEN_AS)
def test_a_page_that_is_not_there_can_be_used_as_well(windows: Windows, look):
    windows.expected.add("404")
    for path in ("/nowhere/", "/me/1-aaaaaaaaaaaaaaaa/", "/desk/cases/PV-222222/"):
        page = window_for(windows, STAFF if path.startswith("/desk/") else PERSON, look)
        page.goto(in_language(path, look))
        look_over(page, look)
        has_the_way_to_a_person(page, look)


def test_what_is_no_page_shows_none(windows: Windows, filled):
    page = window_for(windows, ADMIN, LOOKS[0])
    for route in sorted(NOT_PAGES):
        path = re.sub(r"<int:\w+>", "1", route.replace("<str:reference>", filled["closed"]))
        path = path.replace("<str:token>", filled["token"]).replace("<str:address>", "rosa@letters.example")
        answer = page.request.get("/" + path.replace("<str:number>", "1"), max_redirects=0)
        assert answer.status != 200 or "<main" not in answer.text(), route


def test_the_demonstration_can_be_used_by_anybody(browser: Browser):
    with database_of_its_own(empty=True) as database, tempfile.TemporaryDirectory(prefix="pv-demo-") as folder:
        house = House(Path(folder), database, demo=True).open()
        try:
            for windows in watched(Windows(house, browser, "demo")):
                for look in LOOKS:
                    walk_through_the_demonstration(windows, look)
        finally:
            house.close()


def walk_through_the_demonstration(windows: Windows, look: Look) -> None:
    page = windows.window(locale=look.language, dark=look.dark, phone=look.phone)
    page.goto("/exchange/")
    address = page.locator("ul.people .meta").first.inner_text()
    page.goto(f"/exchange/{address}/")
    number = page.locator("ul.letters a").first.get_attribute("href").strip("/").split("/")[-1]
    for path in DEMO_PAGES.values():
        page.goto(in_language(path.format(address=address, number=number), look))
        look_over(page, look)
        has_the_way_to_a_person(page, look)
    desk = windows.desk(Colleague(FIONA.email, FIONA.name, "advisor", "en", password=DEMO_PASSWORD), **shape(look))
    desk.goto(in_language("/desk/", look))
    look_over(desk, look)
    desk.goto(in_language(desk.locator("#rows a").first.get_attribute("href"), look))
    look_over(desk, look)


def window_for(windows: Windows, who: str, look: Look) -> Page:
    if who in {STAFF, ADMIN}:
        page = windows.desk(FARID if who == ADMIN else ESTHER, **shape(look))
    else:
        page = windows.window(locale=look.language, **shape(look))
        if who == PERSON and "rosa" in windows.house.cookies:
            page.context.add_cookies(windows.house.cookies["rosa"])
    return page


def shape(look: Look) -> dict[str, bool]:
    return {"dark": look.dark, "phone": look.phone}


def in_language(path: str, look: Look) -> str:
    return f"{path}{'&' if '?' in path else '?'}language={look.language}"


def look_over(page: Page, look: Look) -> None:
    """See that a page has what each must have, and that nothing on it shuts anybody out."""
    expect(page.locator("html")).to_have_attribute("lang", look.language)
    expect(page.locator("main")).to_have_count(1)
    expect(page.locator("h1")).to_have_count(1)
    assert "Petite Voix" in page.title() or len(page.title()) > 8
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1"), "the page is wider than the window"
    if "PETITEVOIX_DATABASE_URL" in os.environ:
        return  # the same page on another database: anybody can use it, or nobody
    violations = [
        f"{rule}: {node['html'][:160]} {node.get('failureSummary', '')[:300]}"
        for rule, node in violated(page, RULES)
        if rule != "target-size" or is_small(page, node)
    ]
    assert violations == [], f"{page.url}"


def violated(page: Page, rules: list[str], within: str | None = None) -> list[tuple[str, dict]]:
    # What is in a frame is a letter as it was sent: no script is let in there, and axe would only knock.
    options = {"runOnly": rules, "resultTypes": ["violations"], "iframes": False}
    found = Axe().run(page, context=within, options=options)
    return [(one["id"], node) for one in found.response["violations"] for node in one["nodes"]]


def is_small(page: Page, node: dict) -> bool:
    """Look again at what is hard to press: half behind the edge of what scrolls, a target only seems small."""
    [target] = node["target"]
    page.locator(target).evaluate("one => one.scrollIntoView({block: 'center'})")
    return bool(violated(page, ["target-size"], within=target))


PLACES: dict[Look, tuple[float, float]] = {}


def has_the_way_to_a_person(page: Page, look: Look) -> None:
    """One link, in the same place on each page, and behind it the page to write to somebody."""
    way = page.locator("header.top nav a.someone")
    expect(way).to_have_attribute("href", "/")
    box = way.bounding_box()
    place = (round(box["x"] + box["width"]), round(box["y"]))
    assert PLACES.setdefault(look, place) == place
