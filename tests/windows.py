"""Browser windows onto a house: real Chromium, and an eye on everything that should not happen in one."""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    Playwright,
    Request,
    Route,
    expect,
    sync_playwright,
)

from tests.house import Colleague, House, patience

FLAGS = [
    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
# Without a window of its own, as its own tests run it, a Chromium does a tenth of the work for each of ours.
PLACES = [
    "chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
]  # fmt: skip
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 800}
# What a browser says of an answer such as 409: the journey that expects one names it.
STATUS = re.compile(r"the server responded with a status of (\d+)")
# A form is on the page for so long: what is quicker, we take for a machine.
LONG_ENOUGH = "performance.now() - performance.getEntriesByType('navigation')[0].responseStart > 2500"
# To look for races: each question of a page and each answer is late by up to so many milliseconds, each page so many
# times slower.
SLOW_LINE, SLOW_PAGE = (int(os.environ.get(f"PETITEVOIX_SLOW_{what}", 0)) for what in ("LINE", "PAGE"))
LATE = """(() => {
  const late = () => new Promise((go) => setTimeout(go, Math.random() * MOST));
  const { send } = XMLHttpRequest.prototype, { fetch } = window;
  XMLHttpRequest.prototype.send = function (...body) {
    const { onload } = this;
    if (onload) this.onload = (event) => late().then(() => onload.call(this, event));
    late().then(() => { if (this.readyState === 1) send.apply(this, body); });
  };
  window.fetch = async (...how) => { await late(); const answer = await fetch(...how); await late(); return answer; };
})()"""


class Windows:
    """Opens windows for one test, and knows afterwards whether anything went wrong in one."""

    def __init__(self, house: House, browser: Browser, name: str) -> None:
        self.house, self.browser, self.name = house, browser, name
        self.contexts: list[BrowserContext] = []
        self.troubles: list[str] = []
        self.expected = {"409", "422"}  # a stopped send, a refusal
        self.asked_elsewhere: list[str] = []

    def desk(self, colleague: Colleague, path: str = "/desk/", **how: object) -> Page:
        """Open a window in which a colleague is signed in."""
        page = self.window(locale="fr-FR" if colleague.language == "fr" else "en-GB", **how)
        key = f"{colleague.email}"
        if key in self.house.cookies:
            page.context.add_cookies(self.house.cookies[key])
            page.goto(path)
            return page
        sign_in(page, colleague)
        self.house.cookies[key] = page.context.cookies()
        if path != "/desk/":
            page.goto(path)
        return page

    def window(
        self, *, locale: str = "fr-FR", phone: bool = False, dark: bool = False, script: bool = True,
    ) -> Page:  # fmt: skip
        """Open a window of a browser that nobody has used."""
        context = self.browser.new_context(
            base_url=self.house.url, locale=locale, viewport=PHONE if phone else DESK, is_mobile=phone, has_touch=phone,
            color_scheme="dark" if dark else "light", java_script_enabled=script, timezone_id="Europe/Paris",
            reduced_motion="reduce",
        )  # fmt: skip
        context.set_default_timeout(30_000 * patience())
        expect.set_options(timeout=20_000 * patience())
        context.on("page", self._watch)
        self.contexts.append(context)
        if SLOW_LINE and script:
            context.add_init_script(LATE.replace("MOST", str(SLOW_LINE)))
        page = context.new_page()
        if SLOW_PAGE:
            context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOW_PAGE})
        return page

    def close(self) -> None:
        shots = os.environ.get("PETITEVOIX_SHOTS")
        for number, context in enumerate(self.contexts):
            for page in context.pages:
                if shots and not page.is_closed():
                    page.screenshot(path=Path(shots) / f"{self.name}-{number}.png")
            context.close()
        self.contexts = []

    def _watch(self, page: Page) -> None:
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.troubles.append(f"{page.url}: {error}"))
        page.on("dialog", self._refuse)
        page.on("request", self._see)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type not in {"error", "warning"}:
            return
        status = STATUS.search(message.text)
        if status and status[1] in self.expected:
            return
        where = message.page.url if message.page else ""
        self.troubles.append(f"{where} {message.location.get('url', '')}: {message.text}")

    def _refuse(self, dialog) -> None:
        self.troubles.append(f"a dialog: {dialog.message}")
        dialog.dismiss()

    def _see(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob", "about"} and f"{parts.scheme}://{parts.netloc}" != self.house.url:
            self.asked_elsewhere.append(request.url)


def intercept(page: Page, address: str, answer: Callable[[Route], object]) -> None:
    """Answer what an open page asks of an address ourselves, from now on.

    Chromium tells the page between two of its tasks, and what is pressed comes before: a busy page would still ask the
    house. So it asks for something of no matter, until that is answered here.
    """
    page.route(address, answer)
    page.route("**/health/live", lambda route: route.fulfill(status=204))
    page.evaluate("async () => { while ((await fetch('/health/live')).status !== 204); }")
    page.unroute("**/health/live")


def sign_in(page: Page, colleague: Colleague) -> None:
    """Sign in through the door, as anybody does."""
    page.goto("/desk/")
    page.locator("[name=login]").fill(colleague.email)
    page.locator("[name=password]").fill(colleague.password)
    page.locator("main form button").click()
    page.wait_for_url("**/desk/")


def row_of(page: Page, name: str) -> Locator:
    """The row of somebody's case in the list."""
    return page.locator("#rows li", has_text=name)


def open_case(page: Page, name: str) -> str:
    """Open somebody's case from the list, and give its reference."""
    row_of(page, name).locator("a").click()
    expect(page.locator("#person-name")).to_contain_text(name)
    page.wait_for_load_state()  # its scripts are there
    return page.locator("main.case .reference").inner_text()


def read_all(page: Page) -> None:
    """Go to what arrived last, and stay until it was on the screen long enough: a reply over it would be stopped."""
    last = page.locator("#thread [data-message]").last
    last.scroll_into_view_if_needed()
    expect(page.locator("#reply-form [data-seen]")).to_have_value(str(last.get_attribute("data-message")))


def reply_with(page: Page, words: str = "") -> None:
    """Write a reply, mark all that was asked as answered, and send it by the keyboard; without words, those there."""
    field = page.locator("#reply-words")
    if words:
        field.fill(words)
    mark_all(page)
    field.press("Control+Enter")


def mark_all(page: Page) -> None:
    """Mark every question beside the words as answered."""
    page.locator("#reply-words").focus()
    for question in page.locator("#questions [data-question]").all():
        question.locator("[value=answered]").check()


def close_case(page: Page, what_it_was: str, what_was_done: str) -> None:
    """Close the case that is open, with its words, all that was asked being answered."""
    page.locator("#closing").click()
    page.locator("#what-it-was").fill(what_it_was)
    page.locator("#what-was-done").fill(what_was_done)
    for question in page.locator("#closing-form .question").all():
        question.locator("[value=answered]").check()
    page.locator("#closing-form button.primary").click()
    expect(page.locator("main.case")).to_be_visible()


def chromium() -> str:
    """Find the browser of this machine; fail in one line where there is none."""
    named = os.environ.get("PETITEVOIX_CHROMIUM")
    found = next((path for place in ([named] if named else PLACES) if (path := shutil.which(place))), None)
    if not found:
        pytest.fail(
            f"The journeys need {named or 'a Chromium'}: apt install chromium-headless-shell, or chromium (macOS: "
            "brew install --cask chromium), "
            "or name yours in PETITEVOIX_CHROMIUM.",
            pytrace=False,
        )
    return found


@pytest.fixture(scope="session")
def _playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(_playwright: Playwright) -> Iterator[Browser]:
    """One Chromium for all windows of a test process."""
    flags = [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else FLAGS
    browser = _playwright.chromium.launch(executable_path=chromium(), args=flags, headless=True)
    yield browser
    browser.close()


@pytest.fixture
def windows(house: House, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Windows]:
    """Windows onto the house; at the end, nothing may have gone wrong in any of them, and nothing asked elsewhere."""
    try:
        yield from watched(Windows(house, browser, re.sub(r"[^a-z_]+", "-", request.node.name)))
    finally:
        print(house.log())  # pytest shows it where the journey failed


def watched(windows: Windows) -> Iterator[Windows]:
    try:
        yield windows
    finally:
        windows.close()
    assert windows.troubles == []
    assert windows.asked_elsewhere == []
