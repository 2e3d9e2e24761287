"""A real browser for tests: headless Chromium, driven over its own pipe."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
_PATIENCE_SECONDS = 60
_FONTS = Path(__file__).parents[2] / "resources" / "fonts"
_FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
    "--remote-debugging-pipe",
)

_WAIT = """new Promise((done, failed) => {
  const begun = performance.now();
  const look = async () => {
    let found = null;
    try { found = await (%s); } catch (error) { found = null; }
    if (found) return done(found === true ? true : String(found));
    const isLate = performance.now() - begun > 50000;
    if (isLate) return failed(new Error("not seen: " + %s + " in " + document.body.innerText));
    setTimeout(look, 30);
  };
  look();
})"""


@dataclass
class Page:
    """One page of a browser, of the size of a phone."""

    browser: Browser
    session: str
    said: list[str] = field(default_factory=list)

    def open(self, url: str) -> None:
        self.call("Page.navigate", url=url)

    def call(self, method: str, **params: Any) -> Any:
        return self.browser.call(method, self.session, **params)

    def run(self, script: str) -> Any:
        """What a script gives; what it throws fails the test."""
        told = self.call(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in told, told["exceptionDetails"]
        return told["result"].get("value")

    def wait(self, condition: str) -> Any:
        """Wait until a condition holds in the page, or a promise of one is kept."""
        return self.run(_WAIT % (condition, json.dumps(condition)))

    def text(self) -> str:
        return str(self.run("document.body.innerText"))

    def tap(self, words: str) -> None:
        """Tap on the button or link that says this, or has this selector."""
        by_words = (
            "[...document.querySelectorAll('button, a')].find((each) => !each.disabled && "
            f"each.innerText.trim().startsWith({json.dumps(words)}))"
        )
        sought = f"document.querySelector({json.dumps(words)})" if words[0] in "#.[" else by_words
        # Looked for and tapped in one go: what is drawn anew between would be another.
        self.wait(f"(() => {{ const it = {sought}; it?.click(); return Boolean(it); }})()")

    def write(self, selector: str, text: str) -> None:
        self.wait(f"Boolean(document.querySelector({json.dumps(selector)}))")
        self.run(
            f"(() => {{ const field = document.querySelector({json.dumps(selector)});"
            f"field.focus(); field.value = {json.dumps(text)};"
            "field.dispatchEvent(new Event('input', {bubbles: true})); })()"
        )

    def picture(self, path: Path) -> None:
        told = self.call("Page.captureScreenshot", format="png")
        path.write_bytes(base64.b64decode(told["data"]))

    def show(self, scheme: str) -> None:
        """Light or dark."""
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.call("Emulation.setEmulatedMedia", features=features)


@dataclass
class Browser:
    """A browser with a profile in a folder."""

    process: subprocess.Popen[bytes]
    sends: int
    hears: int
    pages: dict[str, Page] = field(default_factory=dict)
    _last: int = 0
    _heard: bytes = b""

    def page(self) -> Page:
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        page = self.pages[session] = Page(self, session)
        for domain in ("Page", "Runtime", "Log"):
            page.call(f"{domain}.enable")
        page.call(
            "Emulation.setDeviceMetricsOverride",
            width=360,
            height=740,
            deviceScaleFactor=2,
            mobile=True,
        )
        return page

    def call(self, method: str, session: str | None = None, **params: Any) -> Any:
        self._last += 1
        asked = {"id": self._last, "method": method, "params": params}
        if session is not None:
            asked["sessionId"] = session
        os.write(self.sends, json.dumps(asked).encode() + b"\0")
        while True:
            told = self._next()
            if told.get("id") == self._last:
                assert "error" not in told, told
                return told["result"]
            self._note(told)

    def _note(self, told: Any) -> None:
        page, said = self.pages.get(told.get("sessionId", "")), told.get("params", {})
        if page is not None and told.get("method") == "Runtime.exceptionThrown":
            page.said.append(json.dumps(said["exceptionDetails"])[:2_000])
        if page is not None and told.get("method") == "Log.entryAdded":
            page.said.append(f"{said['entry']['source']}: {said['entry']['text']}")

    def _next(self) -> Any:
        while b"\0" not in self._heard:
            more = os.read(self.hears, 1 << 16)
            assert more, "the browser has gone"
            self._heard += more
        told, _end, self._heard = self._heard.partition(b"\0")
        return json.loads(told)

    def close(self) -> None:
        try:
            self.call("Browser.close")
        finally:
            self.process.wait(_PATIENCE_SECONDS)


@contextmanager
def browser(profile: Path) -> Iterator[Browser]:
    """Chromium over a profile; closed at the end, so that all is on the disk."""
    assert CHROMIUM is not None
    from_us, to_it = os.pipe()
    from_it, to_us = os.pipe()
    # Bash is handed both pipes and puts them where Chromium looks for them.
    # The fonts of the program are lent to it, so that Hindi is seen on any machine.
    data = profile.with_name("browser_data")
    data.mkdir(exist_ok=True)
    fonts = data / "fonts"
    if not fonts.exists():
        fonts.symlink_to(_FONTS)
    command = f'exec "$0" "$@" 3<&{from_us} 4>&{to_us}'
    process = subprocess.Popen(
        ["bash", "-c", command, CHROMIUM, *_FLAGS, f"--user-data-dir={profile}"],
        pass_fds=(from_us, to_us),
        env={**os.environ, "XDG_DATA_HOME": str(data)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(from_us)
    os.close(to_us)
    found = Browser(process, to_it, from_it)
    try:
        yield found
        found.close()
    finally:
        process.kill()
        process.wait(_PATIENCE_SECONDS)
        os.close(to_it)
        os.close(from_it)
