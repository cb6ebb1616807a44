"""examples/reader in a real browser, with a running server and without one: it installs, follows, reads, searches."""

from __future__ import annotations

import functools
import shutil
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.factories import make_people, paragraph, publish_condition, republish, translate
from tests.journeys.doors import translate_all
from tests.live import live_server
from tests.production import ROOT

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
FLAGS = """--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
--disable-component-update --disable-sync --window-size=420,900"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def page_address() -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(ROOT / "examples/reader"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Any]:
    if CHROMIUM is None or DRIVER is None:
        pytest.skip(
            "NO CHROMIUM HERE: the reference client isn't tested (Debian: apt install chromium chromium-driver)"
        )
    webdriver = pytest.importorskip("selenium.webdriver")
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in [*FLAGS.split(), f"--user-data-dir={tmp_path / 'profile'}"]:
        options.add_argument(flag)
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    driver.set_page_load_timeout(30)
    yield driver
    driver.quit()


def publish_site(folder: Path) -> None:
    make_people()
    page = publish_condition(
        "throat", title="Sore throat", definition=[paragraph("d", "Pain at the <b>back</b>.", "It passes.")]
    )
    translate_all(folder, lambda text: f"NL {text}", slug="throat")
    translate(page, "ar")
    republish(page, definition=[paragraph("d", "Pain at the <b>back</b>.", "It does NOT pass.")])
    publish_condition("meniere", title="Ménière’s disease")
    publish_condition("gout", title="Gout")


CHANGE = """
from django.contrib.auth.models import User
from api.recalling import recall_condition
from pages.models import ConditionPage
eva = User.objects.create_superuser("eva")
recall_condition(page=ConditionPage.objects.get(slug="gout"), message="The dose was too high.", user=eva)
page = ConditionPage.objects.get(slug="meniere")
page.title = "Meniere, renamed"
page.save_revision().publish()
"""


def test_the_reader(db: None, media: None, tmp_path: Path, browser: Any, page_address: str) -> None:
    publish_site(tmp_path / "po")

    def ready() -> None:
        _until(lambda: browser.execute_script("return document.body.dataset.ready") == "yes")

    def titles() -> list[str]:
        return [link.text for link in browser.find_elements("css selector", "#list a")]

    def write(name: str, text: str) -> None:
        field = browser.find_element("id", name)
        field.clear()
        field.send_keys(text)

    def speak(languages: str) -> None:
        browser.execute_script(
            "const f = document.getElementById('languages'); f.value = arguments[0];"
            "delete document.body.dataset.ready; localStorage.setItem('languages', f.value); location.reload();",
            languages,
        )
        ready()

    def open_condition(title: str) -> str:
        browser.find_element("link text", title).click()
        _until(lambda: title in _text(browser, "main"))
        return _text(browser, "main")

    with live_server(tmp_path) as live:
        address = f"{page_address}?server={live.address}"
        browser.get(address)
        ready()
        speak("en")
        assert titles() == ["Gout", "Ménière’s disease", "Sore throat"]
        assert "It does NOT pass." in open_condition("Sore throat")

        # As one types, without accents.
        write("search", "menie")
        _until(lambda: titles() == ["Ménière’s disease"])
        browser.execute_script(
            "const f = document.getElementById('search'); f.value = ''; f.dispatchEvent(new Event('input'))"
        )

        # In Dutch: what isn't current is in English and says so; what isn't there at all falls back.
        speak("nl, en")
        assert browser.find_element("css selector", "#list li:nth-child(1)").text.endswith("(en)")
        text = open_condition("NL Sore throat")
        assert "NL Pain at the back." in text
        assert "in een andere taal" in text
        english = browser.find_element("css selector", "article [lang=en]")
        assert (english.text, english.get_attribute("dir")) == ("It does NOT pass.", "ltr")

        # In Arabic: from right to left.
        speak("ar, en")
        assert browser.find_element("css selector", "html").get_attribute("dir") == "rtl"
        browser.find_element("css selector", "#list a[lang=ar]").click()
        _until(lambda: browser.find_elements("css selector", "article[lang=ar][dir=rtl]"))

        # Changes arrive; what was recalled is gone, and who had it open is told why.
        speak("en")
        open_condition("Gout")
        live.run(CHANGE)
        browser.find_element("id", "sync").click()
        _until(lambda: titles() == ["Meniere, renamed", "Sore throat"])
        assert "The dose was too high." in _text(browser, "main")

    # The server is gone: everything that was there can be read and searched.
    browser.get(address)
    ready()
    assert titles() == ["Meniere, renamed", "Sore throat"]
    assert "offline" in _text(browser, "#status")
    assert "It does NOT pass." in open_condition("Sore throat")
    write("search", "pass back")
    _until(lambda: titles() == ["Sore throat"])
    assert [entry for entry in browser.get_log("browser") if "Uncaught" in entry["message"]] == []


def _text(browser: Any, selector: str) -> str:
    return str(browser.find_element("css selector", selector).text)


def _until(holds: Any) -> None:
    wait = pytest.importorskip("selenium.webdriver.support.wait")
    wait.WebDriverWait(None, 10, poll_frequency=0.1, ignored_exceptions=[Exception]).until(lambda _: holds())
