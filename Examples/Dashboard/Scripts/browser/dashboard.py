"""What a person finds on the pages of the dashboard, by the words that stand beside it."""

import json

from chromium import Failed

# The width of a narrow phone, in pixels.
PHONE = 360


class Dashboard:
    """The dashboard in one tab."""

    def __init__(self, tab, address):
        self.tab = tab
        self.address = address

    def open(self, page):
        self.tab.go(self.address + ("" if page == "overview" else page))
        self.rest()

    def rest(self):
        """Waits until the script has run and nothing is under way."""
        self.tab.wait("+document.getElementById('page')?.dataset.run > 0 && "
                      "document.getElementById('page').getAttribute('aria-busy') === 'false'", "the end of a run")

    @property
    def run(self):
        return int(self.tab.ask("document.getElementById('page').dataset.run"))

    def after(self, action):
        """Does something that makes the script run, and waits until it has."""
        before = self.run
        action()
        self.tab.wait(f"+document.getElementById('page').dataset.run > {before} && "
                      "document.getElementById('page').getAttribute('aria-busy') === 'false'", "the next run")

    # Widgets, by their labels.

    def button(self, label):
        return "[...document.querySelectorAll('#page button')].find((node) => node.textContent === %s)" % json.dumps(label)

    def choice(self, label):
        return ("[...document.querySelectorAll('#page .radio label')].find((node) => node.textContent === %s)"
                % json.dumps(label))

    def input(self, label):
        return ("[...document.querySelectorAll('#page .widget label')].find((node) => node.textContent === %s)"
                "?.control" % json.dumps(label))

    def press(self, label):
        self.after(lambda: self.tab.click(self.button(label)))

    def choose(self, label):
        self.after(lambda: self.tab.click(self.choice(label)))

    def slide(self, label, value):
        """Moves a slider with the keyboard, a key at a time."""
        self.tab.ask(f"{self.input(label)}.focus()")
        now = int(self.number(label))
        for _ in range(abs(value - now)):
            self.tab.key("ArrowRight" if value > now else "ArrowLeft")
        if int(self.number(label)) != value:
            raise Failed(f"the slider '{label}' stands at {self.number(label)}")

    def number(self, label):
        return self.tab.ask(f"{self.input(label)}.value")

    def fill(self, label, text):
        self.tab.click(self.input(label))
        self.tab.ask(f"{self.input(label)}.select()")
        self.tab.type(text)
        self.after(lambda: self.tab.key("Enter", text="\r"))

    # What the page says.

    def value(self, label):
        return self.tab.ask("document.querySelector(`#page output[data-value=${CSS.escape(%s)}]`)?.textContent"
                            % json.dumps(label))

    def metric(self, label):
        return self.tab.ask("document.querySelector(`#page dd[data-metric=${CSS.escape(%s)}]`)?.textContent"
                            % json.dumps(label))

    def cache(self, name, number):
        """A number of a cached function, beside the page."""
        return int(self.tab.ask("document.querySelector(`[data-cache=${CSS.escape(%s)}] [data-number=${CSS.escape(%s)}]`)"
                                ".textContent" % (json.dumps(name), json.dumps(number))))

    def texts(self, selector):
        return self.tab.ask("[...document.querySelectorAll(%s)].map((node) => node.innerText)" % json.dumps(selector))

    def row(self, first):
        """The cells of the table's row that begins so."""
        return self.tab.ask("[...document.querySelectorAll('#page tbody tr')]"
                            ".map((row) => [...row.cells].map((cell) => cell.textContent))"
                            ".find((cells) => cells[0] === %s)" % json.dumps(first))

    def says(self, text):
        return self.tab.ask("document.getElementById('page').innerText.includes(%s)" % json.dumps(text))

    def wait_for(self, text):
        self.tab.wait("document.getElementById('page').innerText.includes(%s)" % json.dumps(text), repr(text))
