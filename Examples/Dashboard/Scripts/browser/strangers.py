"""What reaches the server from elsewhere than its pages: raw requests over a socket."""

import contextlib
import json
import os
import re
import socket
import threading

from chromium import BOUND


class Stranger:
    """Somebody who speaks HTTP by hand."""

    def __init__(self, address):
        self.host, port = re.match(r"http://([^:]+):(\d+)/", address).groups()
        self.port = int(port)
        self.own = f"Host: {self.host}:{port}\r\n"
        head = self.ask("GET / HTTP/1.1\r\n" + self.own + "\r\n")
        self.cookie = "Cookie: " + re.search(r"[Ss]et-[Cc]ookie: ([^;]+)", head)[1] + "\r\n"

    def dial(self, text):
        line = socket.create_connection((self.host, self.port), BOUND)
        line.settimeout(BOUND)
        line.sendall(text.encode())
        return line

    def ask(self, text):
        """The head of the answer."""
        with self.dial(text) as line:
            head = b""
            while b"\r\n\r\n" not in head and (more := line.recv(4096)):
                head += more
            return head.decode(errors="replace")

    def status(self, text):
        return int(self.ask(text).split(" ")[1])

    def get(self, path, more=""):
        return f"GET {path} HTTP/1.1\r\n{self.own}{self.cookie}{more}\r\n"

    def post(self, path, body, origin=None):
        origin = origin or f"http://{self.host}:{self.port}"
        return (f"POST {path} HTTP/1.1\r\n{self.own}{self.cookie}Origin: {origin}\r\n"
                f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n{body}")

    def stream(self, page):
        """An open stream and its status; the caller closes it."""
        line = self.dial(self.get(f"/events/{page}"))
        return line, int(line.recv(12).split(b" ")[1])


def strangers_are_turned_away(test):
    stranger = Stranger(test.address)
    press = json.dumps({"widget": "button:Rerun", "press": True})
    expected = {
        "GET / HTTP/1.1\r\n\r\n": 421,
        "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n": 421,
        stranger.post("/events/rides", press, origin="http://evil.example"): 403,
        stranger.post("/events/rides", "{"): 400,
        stranger.post("/events/rides", "a" * 100_000): 413,
        stranger.post("/events/rides", press).replace(f"Length: {len(press)}", "Length: 99999999999"): 413,
        stranger.post("/events/rides", press).replace(f"Length: {len(press)}", "Length: -1"): 400,
        stranger.post("/events/nowhere", press): 404,
        stranger.get("/" + "a" * 100_000): 400,
        stranger.get("/", f"x-long: {'a' * 9000}\r\n"): 400,
        stranger.get("/", "".join(f"x{number}: y\r\n" for number in range(1000))): 400,
        stranger.get("/").replace("GET", "HEAD", 1): 200,
        stranger.get("/assets/page.js").replace("GET", "HEAD", 1): 200,
        stranger.get("/events/rides").replace("GET", "HEAD", 1): 405,
        stranger.get("/rides", f"Origin: http://{stranger.host}:{stranger.port}\r\n").replace("GET", "PUT", 1): 405,
        stranger.get("/events/rides", "Origin: http://evil.example\r\n").replace("GET", "OPTIONS", 1): 405,
        stranger.post("/rides", press): 405,
        # What other pages of this machine, or of the net, make the browser ask for.
        stranger.get("/events/rides", "Origin: http://127.0.0.1:1\r\n"): 403,
        stranger.get("/events/rides", "Sec-Fetch-Site: same-site\r\nSec-Fetch-Mode: cors\r\n"): 403,
        stranger.get("/events/rides", "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\n"): 403,
        stranger.get("/assets/page.js", "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\n"): 403,
        stranger.get("/", "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n"): 200,
        stranger.get("/", "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: iframe\r\n"): 403,
        stranger.get("/events/rides", "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                     "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nOrigin: http://evil.example\r\n"): 403,
        stranger.get("/../../etc/passwd"): 404,
        stranger.get("/assets/../../../etc/passwd"): 404,
        stranger.get("/assets/..%2f..%2fetc%2fpasswd"): 404,
        stranger.get("/assets/%00"): 404,
        stranger.get("/events/rides").replace(stranger.cookie, ""): 401,
        stranger.get("/events/rides").replace(stranger.cookie, stranger.cookie[:-4] + "AA\r\n"): 401,
        stranger.post("/events/rides", press).replace(stranger.cookie, stranger.cookie[:-4] + "AA\r\n"): 401,
        "\x16\x03\x01 this is no HTTP\r\n\r\n": 400,
    }
    for request, status in expected.items():
        answer = stranger.status(request)
        assert answer == status, f"{request[:80]!r} was answered with {answer} instead of {status}"


def a_session_has_so_many_tabs(test):
    stranger = Stranger(test.address)
    streams = [stranger.stream("unhashable") for _ in range(8)]
    for line, _ in streams:
        line.close()
    assert sorted(status for _, status in streams) == [200] * 5 + [429] * 3, streams
    # Closed tabs make room, as soon as the server has heard of it.
    for _ in range(200):
        line, status = stranger.stream("unhashable")
        line.close()
        if status == 200:
            return
    raise AssertionError("closed tabs still count")


def two_hundred_requests_at_once_are_all_answered(test):
    stranger = Stranger(test.address)
    answers, lock = [], threading.Lock()

    def one(number):
        change = json.dumps({"widget": "slider:Initial score", "number": number % 41})
        request = stranger.post("/events/unhashable", change) if number % 2 else stranger.get("/unhashable")
        status = stranger.status(request)
        with lock:
            answers.append(status)

    line, status = stranger.stream("unhashable")
    with line:
        assert status == 200
        heard = b""
        while b'"running":false' not in heard:
            heard += line.recv(65536)
        threads = [threading.Thread(target=one, args=(number,)) for number in range(200)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    # A moment's crowd may be told to come again; nobody is left without an answer.
    assert len(answers) == 200 and set(answers) <= {200, 202, 429, 503}, sorted(set(answers))
    assert answers.count(200) + answers.count(202) > 50, answers


def requests_that_drip_keep_nobody_out(test):
    stranger = Stranger(test.address)
    start = "GET / HTTP/1.1\r\n" + stranger.own
    dripping = [stranger.dial(start) for _ in range(600)]
    stop = threading.Event()

    def drip():
        while not stop.wait(1):
            for line in dripping:
                with contextlib.suppress(OSError):
                    line.send(b"x-more: 1\r\n")

    dripper = threading.Thread(target=drip)
    dripper.start()
    try:
        # More of them than the server has connections; each is closed when it has had its time, and makes room.
        assert stranger.status(stranger.get("/")) == 200
    finally:
        stop.set()
        dripper.join()
        for line in dripping:
            line.close()


def a_thousand_sessions_leave_nothing_behind(test):
    if not os.path.exists(f"/proc/{test.server.pid}/status"):
        return
    with test.another_server() as (server, address):
        held = []
        for number in range(1000):
            stranger = Stranger(address)
            line, status = stranger.stream("list")
            assert status == 200, status
            with line:
                heard = b""
                while b'"running":false' not in heard:
                    more = line.recv(65536)
                    assert more, heard
                    heard += more
            with open(f"/proc/{server.pid}/status") as file:
                held.append(int(re.search(r"VmRSS:\s+(\d+)", file.read())[1]))
        # The house is full with 200; from then on each new session takes the place of one that left.
        assert held[-1] - held[300] < 16 * 1024, f"{held[300]} kB after 300 sessions, {held[-1]} kB after 1000"


ALL = [strangers_are_turned_away, a_session_has_so_many_tabs, two_hundred_requests_at_once_are_all_answered,
       requests_that_drip_keep_nobody_out, a_thousand_sessions_leave_nothing_behind]
