"""How people come and go: tabs, sessions, keyboards, phones, reloads, and a server that ends. Each reads back what the page
shows."""

import looks
from chromium import BOUND
from dashboard import PHONE


def two_tabs_of_one_session_stay_alike(test):
    person = test.person()
    first, second = test.visit("unhashable", person), test.visit("unhashable", person)
    first.slide("Initial score", 17)
    second.tab.wait("document.querySelector('#page output[data-value=multiplyScoreHashed]').textContent === '34'")
    assert second.number("Initial score") == "17"
    test.quiet(first, second)


def a_tab_closed_in_mid_run_disturbs_nobody(test):
    person = test.person()
    for _ in range(12):
        tab = person.open(test.address + "rides")
        tab.wait("document.getElementById('connection').dataset.state === 'live'")
        tab.click("[...document.querySelectorAll('#page button')].find((node) => node.textContent === 'Forget the rides') "
                  "?? document.getElementById('main')")
        tab.close()
    board = test.visit("rides", person)
    assert board.metric("Rides") == "4,000"
    test.quiet(board)


def everything_can_be_done_with_the_keyboard(test):
    board = test.visit("overview")
    board.tab.key("Tab")
    assert board.tab.ask("document.activeElement.className") == "skip"
    seen = set()
    for _ in range(60):
        board.tab.key("Tab")
        seen.add(board.tab.ask("document.activeElement.type || document.activeElement.tagName"))
        assert looks.shows_focus(board.tab), board.tab.ask("document.activeElement.outerHTML")
        if board.tab.ask("document.activeElement.textContent === 'Run the script again'"):
            break
    assert {"A", "range", "radio", "text", "button"} <= seen, seen
    board.after(lambda: board.tab.key("Enter", text="\r"))
    assert board.says("You pressed the button.")
    assert board.tab.ask("document.activeElement.textContent") == "Run the script again", "the button lost the focus"
    unnamed = board.tab.ask("[...document.querySelectorAll('input')].filter((node) => !node.labels?.length).length")
    assert unnamed == 0, "a widget without a label"
    test.quiet(board)


def ten_sessions_at_once_have_their_own(test):
    first = test.visit("list")
    first.press("Begin anew")
    shared = int(first.value("l[0] is"))
    boards = [test.visit("list") for _ in range(9)]
    read = lambda board: [int(board.value(f"{name}[0] is")) for name in ("l", "list", "mine")]
    assert [read(board) for board in boards] == [[shared + count, 2, 2] for count in range(1, 10)]
    for board in boards:
        board.press("Run again")
    assert [read(board) for board in boards] == [[shared + 9 + count, 2, 3] for count in range(1, 10)]
    test.quiet(first, *boards)


def long_words_break_on_a_phone(test):
    board = test.visit("overview", phone=True)
    board.fill("Your name", "W" * 500)
    assert board.number("Your name") == "W" * 60, "the text input takes more than it should"
    assert board.says(f"Hello, {'W' * 60}!")
    assert board.tab.ask("document.documentElement.scrollWidth") <= PHONE, "the page is wider than the phone"
    test.quiet(board)


def back_and_reload_keep_what_was_chosen(test):
    board = test.visit("overview")
    board.slide("First parameter", 4)
    board.fill("Your name", "Ada")
    board.tab.click("document.querySelector('nav a[href=\"/unhashable\"]')")
    board.tab.wait("location.pathname === '/unhashable'")
    board.rest()
    for action in ("history.back()", "location.reload()"):
        board.tab.ask(f"window.isOld = true, {action}")
        board.tab.wait("location.pathname === '/' && !window.isOld")
        board.rest()
        assert (board.number("First parameter"), board.number("Your name")) == ("4", "Ada"), action
        assert board.value('longRunningFunction(4, "twice")') == "8"
    test.quiet(board)


def a_page_outlives_its_server(test):
    with test.another_server() as (server, address):
        board = test.visit("unhashable", address=address)
        first = board.tab.ask("document.getElementById('session').textContent")
        server.terminate()
        server.wait(timeout=BOUND)
        board.tab.wait("document.getElementById('connection').dataset.state === 'waiting'")
        # What is done meanwhile waits, and is not lost without a word.
        board.slide("Initial score", 16)
        board.tab.wait("document.getElementById('connection').textContent.includes('trying again')")
    with test.another_server(address.rsplit(":", 1)[1].strip("/")):
        board.tab.wait("document.getElementById('connection').dataset.state === 'lost'")
        said = board.tab.ask("document.getElementById('connection').textContent")
        assert said.startswith("The session is over; load the page again."), said
        board.tab.click("document.querySelector('#connection button')")
        board.tab.wait("document.getElementById('connection').dataset.state === 'live'")
        board.rest()
        assert board.number("Initial score") == "15" and first == board.tab.ask("document.getElementById('session').textContent")
        board.slide("Initial score", 17)
        board.wait_for("34")
        # The browser itself notes what it could not reach; nothing else is amiss.
        assert all("ERR_" in text or "401" in text for text in board.tab.complaints), board.tab.complaints
        board.tab.close()


def a_session_that_is_over_says_so(test):
    board = test.visit("unhashable")
    board.tab.call("Network.clearBrowserCookies")
    board.tab.ask(f"{board.input('Initial score')}.focus()")
    board.tab.key("ArrowRight")
    board.tab.wait("document.getElementById('connection').dataset.state === 'lost'")
    # The browser itself notes the refused request; nothing else is amiss.
    assert all("401" in complaint for complaint in board.tab.complaints), board.tab.complaints
    board.tab.close()

ALL = [
    two_tabs_of_one_session_stay_alike, a_tab_closed_in_mid_run_disturbs_nobody,
    everything_can_be_done_with_the_keyboard, ten_sessions_at_once_have_their_own, long_words_break_on_a_phone,
    back_and_reload_keep_what_was_chosen, a_page_outlives_its_server, a_session_that_is_over_says_so,
]
