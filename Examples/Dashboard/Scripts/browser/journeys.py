"""What people do on the dashboard, one journey after the other. Each reads back what the page shows."""

import looks
from dashboard import PHONE

MARKUP = '<img src=x onerror="document.title=1"><b>bold</b> & "so" </script>'


def every_page_opens_and_fits_a_phone(test):
    for theme in ("light", "dark"):
        person = test.person()
        for page in test.pages:
            board = test.visit(page, person)
            board.tab.theme(theme)
            assert board.tab.ask("document.querySelector('#main h1').innerText"), "there is no title"
            assert board.tab.ask("document.querySelectorAll('#page > *').length") > 1, "the page is empty"
            assert not board.says("unknown element"), "an element of an unknown kind"
            assert looks.faint(board.tab) == [], f"'{page}' is faint in the {theme}: {looks.faint(board.tab)}"
            assert looks.cut_off(board.tab) == [], f"'{page}' cuts off code: {looks.cut_off(board.tab)}"
            board.tab.picture(f"{test.pictures}/{page}-desktop-{theme}.png")
            test.quiet(board)
            board = test.visit(page, person, phone=True)
            board.tab.theme(theme)
            wide = board.tab.ask("document.documentElement.scrollWidth")
            assert wide <= PHONE, f"'{page}' is {wide} pixels wide on a phone"
            here = board.tab.ask("document.querySelector('nav a[aria-current]').getBoundingClientRect().toJSON()")
            assert 0 <= here["left"] and here["right"] <= PHONE, f"the link to '{page}' is out of sight: {here}"
            board.tab.picture(f"{test.pictures}/{page}-phone-{theme}.png")
            test.quiet(board)


def a_slow_function_runs_once_for_each_value(test):
    board = test.visit("overview")
    board.slide("First parameter", 5)
    board.tab.wait("document.querySelector('#page output[data-value]').dataset.value.includes('(5, \"twice\")')")
    board.rest()
    assert board.value('longRunningFunction(5, "twice")') == "10"
    assert board.tab.ask("document.activeElement.type") == "range", "the slider lost the focus"
    misses = board.cache("longRunningFunction(_:_:)", "misses")
    hits = board.cache("longRunningFunction(_:_:)", "hits")
    board.press("Run the script again")
    assert board.says("You pressed the button.")
    assert board.cache("longRunningFunction(_:_:)", "misses") == misses, "the slow function ran again"
    assert board.cache("longRunningFunction(_:_:)", "hits") == hits + 1
    board.press("Run the script again")
    board.choose("thrice")
    assert not board.says("You pressed the button."), "a press counts for one run"
    assert board.value('longRunningFunction(5, "thrice")') == "15"
    test.quiet(board)


def a_slider_is_dragged_while_the_script_runs(test):
    board = test.visit("overview")
    slider = board.input("First parameter")
    x, y, box = board.tab.middle(slider)
    at = lambda part: box["x"] + 8 + part * (box["width"] - 16)
    board.tab.mouse("mousePressed", at(2 / 9), y)
    for step in range(20, 101, 4):
        board.tab.mouse("mouseMoved", at(step / 100), y)
    # The slow function runs for the values passed over; the slider stays where the hand is.
    board.tab.wait("document.getElementById('spinner').hidden === false", "the spinner")
    assert board.number("First parameter") == "10", "the slider left the hand"
    board.tab.mouse("mouseReleased", at(1), y)
    board.tab.wait("document.querySelector('#page output[data-value]').dataset.value.includes('(10, \"twice\")')")
    board.rest()
    assert board.number("First parameter") == "10"
    assert board.value('longRunningFunction(10, "twice")') == "20"
    assert board.tab.ask("document.getElementById('spinner').hidden"), "the spinner stays"
    test.quiet(board)


def markup_typed_into_the_text_input_stays_text(test):
    board = test.visit("overview")
    for text in (MARKUP[:60], "'; DROP TABLE ride; --", "{{7*7}} ${7*7}", "\u202eabc\u0000 é̂ 👩‍👩‍👧"):
        text = text.replace("\0", "")
        board.fill("Your name", text)
        assert board.texts("#page .note.success p") == [f"Hello, {text}!"], board.texts("#page .note.success p")
        assert board.tab.ask("document.querySelectorAll('#page img, #page b, #page script').length") == 0
        assert board.number("Your name") == text
    assert board.tab.ask("document.title") == "A slow function · recache dashboard"
    test.quiet(board)


def rides_are_read_once_and_shown_a_page_at_a_time(test):
    board = test.visit("rides")
    assert board.metric("Rides") == "4,000", board.metric("Rides")
    misses = board.cache("loadRides(at:)", "misses")
    board.press("Rerun")
    assert board.metric("Loaded in").endswith(("ms", "µs")), board.metric("Loaded in")
    assert board.cache("loadRides(at:)", "misses") == misses, "the file was read again"
    first = board.texts("#page tbody tr")
    assert len(first) == 20, first
    board.after(lambda: board.slide("Page of the table", 2))
    board.rest()
    second = board.texts("#page tbody tr")
    assert len(second) == 20 and second != first, second
    board.choose("B02764")
    bases = {row.split("\t")[-1] for row in board.texts("#page tbody tr")}
    assert bases == {"B02764"}, bases
    board.tab.wait("document.querySelectorAll('#page svg .dot').length === 24", "24 points in the chart")
    board.press("Forget the rides")
    board.press("Rerun")
    assert board.cache("loadRides(at:)", "misses") == misses + 1, "the file was not read again"
    test.quiet(board)


def a_query_is_old_until_its_time_is_up(test):
    board = test.visit("database")
    board.press("Clear the query's cache")
    board.tab.wait("!document.querySelector('#page .note.warning')")
    table = int(board.metric("Rides in the table"))
    # Five presses while the script runs again and again by itself: none is lost.
    for _ in range(5):
        board.tab.click(board.button("Add 50 rides to the table"))
    board.tab.wait(f"document.querySelector('#page dd[data-metric=\"Rides in the table\"]').textContent === '{table + 250}'")
    if int(board.metric("Rides in the result")) != table + 250:
        assert board.says("The table was written after the query ran")
    board.tab.wait(f"document.querySelector('#page dd[data-metric=\"Rides in the result\"]').textContent === '{table + 250}'",
                   "the result to be renewed after ten seconds")
    test.quiet(board)


def a_model_left_out_of_the_key_gives_the_wrong_answer(test):
    board = test.visit("models")
    board.press("Forget all layers")
    board.choose("MobileNetV2")
    notes = board.texts("#page .note p")
    right = "These are the layers of MobileNetV2."
    assert notes.count(right) == 2, notes
    assert notes.count("These are not the layers of MobileNetV2.") == 1, notes
    layers = board.texts("#page output[data-value='First layers']")
    assert layers == ["input, conv1, conv2", "input, block1, block2", "input, block1, block2"], layers
    test.quiet(board)


def an_argument_that_cannot_be_hashed_is_explained(test):
    board = test.visit("unhashable")
    assert board.texts("#page .exception h3") == ["UnhashableParamError"]
    message = board.texts("#page .exception .message")[0]
    assert message == "Cannot hash argument obj (of type Dashboard.MyCustomClass) in multiplyScore(_:by:).", message
    assert len(board.texts("#page .exception li")) == 3
    assert board.value("multiplyScoreHashed") == "30"
    board.slide("Initial score", 18)
    board.wait_for("36")
    board.rest()
    assert board.value("multiplyScoreHashed") == "36"
    test.quiet(board)


def a_shared_list_is_changed_by_two_sessions(test):
    first = test.visit("list")
    first.press("Begin anew")
    shared = int(first.value("l[0] is"))
    assert shared == 2, shared
    second = test.visit("list")
    names = {board.tab.ask("document.getElementById('session').textContent") for board in (first, second)}
    assert len(names) == 2, "the two are one session"
    read = lambda board: [int(board.value(f"{name}[0] is")) for name in ("l", "list", "mine")]
    assert read(second) == [3, 2, 2], read(second)
    first.press("Run again")
    assert read(first) == [4, 2, 3], read(first)
    second.press("Run again")
    assert read(second) == [5, 2, 3], read(second)
    test.quiet(first, second)


def elements_of_a_cached_function_appear_again(test):
    board = test.visit("elements")
    board.slide("Days", 20)
    board.wait_for("was asked for 20 days")
    board.press("Run again")
    shown = board.texts("#page .element")
    assert board.metric("The function") == "did not run"
    for text in ("Data analysis", "Fetched data from API!", "The weather service was asked for 20 days."):
        assert board.says(text), text
    board.tab.wait("document.querySelectorAll('#page svg .dot').length === 20", "20 points in the chart")
    assert board.texts("#page .exception h3") == ["ReplayClosureError"]
    board.press("Run again")
    again = board.texts("#page .element")
    timeless = lambda texts: [text for text in texts if " ms" not in text and " µs" not in text]
    assert timeless(again) == timeless(shown), "the elements are not the same at every hit"
    test.quiet(board)


def a_slider_in_a_cached_function_is_part_of_the_key(test):
    board = test.visit("widgets")
    board.slide("Number of rows to get", 12)
    board.wait_for("12")
    board.tab.wait("document.querySelector('#page output[data-value=Rows]').textContent === '12'")
    board.rest()
    misses = board.cache("getData()", "misses")
    board.slide("Number of rows to get", 10)
    board.tab.wait("document.querySelector('#page output[data-value=Rows]').textContent === '10'")
    board.rest()
    assert board.cache("getData()", "misses") == misses, "a value seen before was computed again"
    assert board.tab.ask("document.activeElement.type") == "range", "the slider lost the focus"
    warning = " ".join(board.texts("#page .note.warning"))
    for part in ("Rows, without saying so", "getDataCarelessly()", "experimentalAllowWidgets: true"):
        assert part in warning, warning
    board.slide("Rows, without saying so", 11)
    board.tab.wait("document.querySelector('#page output[data-value=\"Rows, uncached\"]').textContent === '11'")
    test.quiet(board)


def the_old_cache_says_what_to_use(test):
    board = test.visit("legacy")
    board.press("Change the shared list")
    board.press("Change the shared list")
    log = " ".join(board.texts("#page .log li"))
    assert "cache is deprecated; legacyTotals() should use @CacheData, as its result of type" in log, log
    assert "cache is deprecated; legacyConnection() should use @CacheResource, as its result of type" in log, log
    assert "the return value of legacyList() was changed after it was cached" in log, log
    test.quiet(board)


def the_cache_page_is_live_and_clears(test):
    watcher = test.visit("cache")
    visitor = test.visit("unhashable")
    hits = lambda: int(watcher.row("multiplyScoreHashed(_:by:)")[2])
    before = hits()
    visitor.slide("Initial score", 16)
    visitor.slide("Initial score", 15)
    visitor.wait_for("30")
    # Nobody touches the page of the watcher.
    watcher.tab.wait("[...document.querySelectorAll('#page tbody tr')].some((row) => "
                     f"row.cells[0].textContent === 'multiplyScoreHashed(_:by:)' && row.cells[2].textContent > {before})")
    assert int(watcher.row("multiplyScoreHashed(_:by:)")[6]) > 0, "no entries"
    watcher.press("multiplyScoreHashed(_:by:)")
    assert watcher.row("multiplyScoreHashed(_:by:)")[6] == "0", watcher.row("multiplyScoreHashed(_:by:)")
    watcher.press("Clear all data")
    watcher.press("Clear all resources")
    kinds = watcher.tab.ask("[...document.querySelectorAll('#page tbody tr')].map((row) => [row.cells[1].textContent, row.cells[6].textContent])")
    assert all(entries == "0" for kind, entries in kinds if kind != "legacy"), kinds
    test.quiet(watcher, visitor)

ALL = [
    every_page_opens_and_fits_a_phone, a_slow_function_runs_once_for_each_value,
    a_slider_is_dragged_while_the_script_runs, markup_typed_into_the_text_input_stays_text,
    rides_are_read_once_and_shown_a_page_at_a_time, a_query_is_old_until_its_time_is_up,
    a_model_left_out_of_the_key_gives_the_wrong_answer, an_argument_that_cannot_be_hashed_is_explained,
    a_shared_list_is_changed_by_two_sessions, elements_of_a_cached_function_appear_again,
    a_slider_in_a_cached_function_is_part_of_the_key, the_old_cache_says_what_to_use, the_cache_page_is_live_and_clears,
]
