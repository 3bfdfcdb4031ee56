"""A headless Chromium, spoken to by the DevTools protocol: only what the dashboard's test needs."""

import base64
import json
import os
import re
import select
import shutil
import subprocess
import tempfile

# The longest that anything may take, in seconds. Waiting ends as soon as what is waited for is there.
BOUND = 30


class Failed(Exception):
    """What the page did not do in time, or what it said that it should not."""


class Chromium:
    """A browser of its own, without any state from before."""

    def __init__(self, program):
        self.folder = tempfile.mkdtemp(prefix="dashboard-chromium-")
        theirs, self.commands = os.pipe()
        self.answers, also_theirs = os.pipe()
        # The browser reads commands from descriptor 3 and answers on 4, each message ended by a zero.
        self.process = subprocess.Popen(
            ["sh", "-c", f'exec "$0" "$@" 3<&{theirs} 4>&{also_theirs}', program,
             "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
             "--no-first-run", "--disable-background-networking", "--disable-extensions", "--force-color-profile=srgb",
             "--remote-debugging-pipe", f"--user-data-dir={self.folder}", "about:blank"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, pass_fds=(theirs, also_theirs))
        os.close(theirs)
        os.close(also_theirs)
        self.heard = b""
        self.last = 0
        self.tabs = {}

    def send(self, message):
        rest = json.dumps(message).encode() + b"\0"
        while rest:
            rest = rest[os.write(self.commands, rest):]

    def receive(self):
        parts = []
        while b"\0" not in self.heard:
            parts.append(self.heard)
            if not select.select([self.answers], [], [], 2 * BOUND)[0]:
                raise Failed("the browser does not answer")
            self.heard = os.read(self.answers, 1 << 20)
            if not self.heard:
                raise Failed("the browser has ended")
        end, _, self.heard = self.heard.partition(b"\0")
        return json.loads(b"".join(parts) + end)

    def call(self, method, session=None, **parameters):
        """Sends a command and gives its result; what happens meanwhile goes to the tabs."""
        self.last += 1
        message = {"id": self.last, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        self.send(message)
        while True:
            answer = self.receive()
            if answer.get("id") == self.last:
                if "error" in answer:
                    raise Failed(f"{method}: {answer['error']['message']}")
                return answer["result"]
            if tab := self.tabs.get(answer.get("sessionId")):
                tab.heard(answer)

    def person(self):
        """Somebody with cookies of their own."""
        return Person(self, self.call("Target.createBrowserContext")["browserContextId"])

    def close(self):
        self.process.terminate()
        self.process.wait(timeout=BOUND)
        os.close(self.commands)
        os.close(self.answers)
        shutil.rmtree(self.folder, ignore_errors=True)


class Person:
    """A browser window of its own: tabs of one person share their cookies."""

    def __init__(self, browser, context):
        self.browser = browser
        self.context = context

    def open(self, address, width=1280, height=900, phone=False):
        target = self.browser.call(
            "Target.createTarget", url="about:blank", browserContextId=self.context)["targetId"]
        session = self.browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        tab = Tab(self.browser, target, session)
        self.browser.tabs[session] = tab
        for domain in ("Page", "Runtime", "Log", "Network"):
            tab.call(f"{domain}.enable")
        tab.size(width, height, phone)
        tab.go(address)
        return tab


class Tab:
    """A tab, with what a person can do in it and what they would see."""

    def __init__(self, browser, target, session):
        self.browser = browser
        self.target = target
        self.session = session
        self.complaints = []
        self.foreign = []
        self.own = None

    def call(self, method, **parameters):
        return self.browser.call(method, self.session, **parameters)

    def heard(self, event):
        method, parameters = event.get("method"), event.get("params", {})
        if method == "Runtime.exceptionThrown":
            details = parameters["exceptionDetails"]
            self.complaints.append(details.get("exception", {}).get("description") or details["text"])
        elif method == "Runtime.consoleAPICalled" and parameters["type"] in ("error", "warning", "assert"):
            self.complaints.append(" ".join(str(part.get("value", "")) for part in parameters["args"]))
        elif method == "Log.entryAdded" and parameters["entry"]["level"] in ("error", "warning"):
            self.complaints.append(f"{parameters['entry']['text']} ({parameters['entry'].get('url', '')})")
        elif method == "Network.requestWillBeSent":
            address = parameters["request"]["url"]
            if self.own and not address.startswith(self.own):
                self.foreign.append(address)

    def go(self, address):
        self.own = re.match(r"http://[^/]+/", address)[0]
        self.call("Page.navigate", url=address)
        self.wait("location.href === %s && document.readyState === 'complete'" % json.dumps(address))

    def size(self, width, height, phone=False):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height,
                  deviceScaleFactor=2 if phone else 1, mobile=phone)

    def theme(self, name):
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": name}])

    def ask(self, script):
        """What an expression gives."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise Failed(details.get("exception", {}).get("description", details["text"]))
        return answer["result"].get("value")

    def wait(self, condition, what=None):
        """Waits until an expression is true; looks again at each change of the page, and gives up after a bound."""
        for _ in range(3):
            try:
                done = self.ask("""new Promise((resolve) => {
                    const holds = () => { try { return Boolean(%s); } catch { return false; } };
                    if (holds()) return resolve(true);
                    const end = (result) => { watcher.disconnect(); clearInterval(timer); clearTimeout(bound); resolve(result); };
                    const look = () => { if (holds()) end(true); };
                    const watcher = new MutationObserver(look);
                    watcher.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
                    const timer = setInterval(look, 50);
                    const bound = setTimeout(() => end(false), %d);
                })""" % (condition, BOUND * 1000))
                break
            except Failed as failure:
                # The page that was asked has gone; ask the one that came.
                if "context was destroyed" not in str(failure) and "navigated" not in str(failure):
                    raise
        if not done:
            text = self.ask("document.body.innerText")
            raise Failed(f"waited {BOUND} s in vain for {what or condition}; the page says:\n{text}")

    def middle(self, selector):
        """Where the middle of an element is, once it stands in the window."""
        box = self.ask("""(() => {
            const node = %s;
            if (!node) return null;
            node.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
            const { x, y, width, height } = node.getBoundingClientRect();
            return { x, y, width, height };
        })()""" % selector)
        if not box:
            raise Failed(f"there is no {selector}")
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, box

    def mouse(self, kind, x, y, held=True):
        self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left" if held else "none",
                  buttons=1 if held and kind != "mouseReleased" else 0, clickCount=1 if held else 0)

    def click(self, selector):
        x, y, _ = self.middle(selector)
        self.mouse("mousePressed", x, y)
        self.mouse("mouseReleased", x, y)

    def key(self, name, code=None, text=None):
        codes = {"Enter": 13, "Tab": 9, "ArrowRight": 39, "ArrowLeft": 37, "Space": 32, "Backspace": 8}
        more = {"text": text} if text else {}
        self.call("Input.dispatchKeyEvent", type="keyDown", key=name, code=code or name,
                  windowsVirtualKeyCode=codes.get(name, 0), **more)
        self.call("Input.dispatchKeyEvent", type="keyUp", key=name, code=code or name,
                  windowsVirtualKeyCode=codes.get(name, 0))

    def type(self, text):
        self.call("Input.insertText", text=text)

    def picture(self, path):
        height = self.ask("Math.min(6000, document.documentElement.scrollHeight)")
        width = self.ask("innerWidth")
        data = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=True,
                         clip={"x": 0, "y": 0, "width": width, "height": height, "scale": 1})["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))

    def close(self):
        self.browser.call("Target.closeTarget", targetId=self.target)
