"""Opens every page of the dashboard in a headless Chromium, does what a person would do, and reads what they would read."""

import re
import signal
import subprocess
import sys

from chromium import BOUND, Chromium, Failed
from dashboard import Dashboard
import journeys
import strangers

PAGES = ["overview", "rides", "database", "models", "unhashable", "list", "elements", "widgets", "legacy", "cache"]


def main(program, chromium, pictures, *only):
    server = subprocess.Popen([program], stdout=subprocess.PIPE, text=True, env={"PORT": "0"})
    browser = None
    failures = 0
    every = journeys.ALL + strangers.ALL
    wanted = [journey for journey in every if not only or journey.__name__ in only]
    try:
        address = re.search(r"http://\S+/", server.stdout.readline())[0]
        browser = Chromium(chromium)
        # Stays open to the end: it must not keep the server from stopping.
        open_stream, _ = strangers.Stranger(address).stream("cache")
        for journey in wanted:
            name = journey.__name__.replace("_", " ")
            try:
                journey(Journey(browser, address, pictures))
                print(f"ok      {name}", flush=True)
            except (Failed, AssertionError) as failure:
                failures += 1
                print(f"FAILED  {name}: {failure}", flush=True)
            if server.poll() is not None:
                print("FAILED  the server has ended", flush=True)
                return 1
    finally:
        if browser:
            browser.close()
        if server.poll() is None:
            server.send_signal(signal.SIGTERM)
        rest, status = server.stdout.read(), server.wait(timeout=BOUND)
    if status != 0 or "Dashboard stopped" not in rest:
        failures += 1
        print(f"FAILED  the server stops when it is told to: status {status}")
    print(f"{len(wanted)} journeys, {failures} failures; pictures in {pictures}")
    return 1 if failures else 0


class Journey:
    """What a journey has at hand: people with browsers, and a folder for pictures."""

    pages = PAGES

    def __init__(self, browser, address, pictures):
        self.browser = browser
        self.address = address
        self.pictures = pictures

    def person(self):
        return self.browser.person()

    def visit(self, page, person=None, phone=False):
        """A new tab on a page, of somebody new unless a person is given."""
        size = {"width": 375, "height": 800, "phone": True} if phone else {}
        tab = (person or self.person()).open(self.address + ("" if page == "overview" else page), **size)
        board = Dashboard(tab, self.address)
        board.rest()
        return board

    def quiet(self, *boards):
        """No page complained, and none asked for anything from elsewhere."""
        for board in boards:
            board.tab.ask("1")
            assert board.tab.complaints == [], board.tab.complaints
            assert board.tab.foreign == [], board.tab.foreign
            board.tab.close()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
