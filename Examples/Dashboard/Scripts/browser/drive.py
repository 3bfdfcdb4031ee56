"""Opens every page of the dashboard in a headless Chromium, does what a person would do, and reads what they would read."""

import contextlib
import re
import signal
import subprocess
import sys

from chromium import BOUND, Chromium, Failed
from dashboard import PHONE, Dashboard
import journeys
import strangers
import visits

PAGES = ["overview", "rides", "database", "models", "unhashable", "list", "elements", "widgets", "legacy", "cache"]


def main(program, chromium, pictures, *only):
    server, address = serve(program)
    browser = None
    failures = 0
    every = journeys.ALL + visits.ALL + strangers.ALL
    wanted = [journey for journey in every if not only or journey.__name__ in only]
    try:
        browser = Chromium(chromium)
        # Stays open to the end: it must not keep the server from stopping.
        open_stream, _ = strangers.Stranger(address).stream("cache")
        for journey in wanted:
            name = journey.__name__.replace("_", " ")
            try:
                journey(Journey(browser, address, pictures, program, server))
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


def serve(program, port=0):
    """A server that runs, and its address."""
    server = subprocess.Popen([program], stdout=subprocess.PIPE, text=True, env={"PORT": str(port)})
    return server, re.search(r"http://\S+/", server.stdout.readline())[0]


class Journey:
    """What a journey has at hand: people with browsers, and a folder for pictures."""

    pages = PAGES

    def __init__(self, browser, address, pictures, program, server):
        self.browser = browser
        self.address = address
        self.pictures = pictures
        self.program = program
        self.server = server

    @contextlib.contextmanager
    def another_server(self, port=0):
        """A server beside the common one, and its address."""
        server, address = serve(self.program, port)
        try:
            yield server, address
        finally:
            server.terminate()
            server.wait(timeout=BOUND)
            server.stdout.close()

    def person(self):
        return self.browser.person()

    def visit(self, page, person=None, phone=False, address=None):
        """A new tab on a page, of somebody new unless a person is given."""
        size = {"width": PHONE, "height": 800, "phone": True} if phone else {}
        address = address or self.address
        tab = (person or self.person()).open(address + ("" if page == "overview" else page), **size)
        board = Dashboard(tab, address)
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
