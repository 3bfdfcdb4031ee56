"""Whether everybody can read a page: contrast, cut-off code, and where the focus is."""

# The contrast of normal text that the guidelines for accessible content ask for.
CONTRAST = 4.5


def faint(tab):
    """The texts that stand out too little from what is behind them, with their contrast."""
    return tab.ask("""(() => {
        const parts = (color) => {
            const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d");
            canvas.fillStyle = color;
            canvas.fillRect(0, 0, 1, 1);
            return [...canvas.getImageData(0, 0, 1, 1).data].map((part) => part / 255);
        };
        const over = ([r, g, b, a], under) => [r, g, b].map((part, index) => part * a + under[index] * (1 - a));
        const light = (color) => {
            const [r, g, b] = color.map((part) => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const behind = (node) => {
            if (!node) return [1, 1, 1];
            const color = parts(getComputedStyle(node).backgroundColor);
            return color[3] < 1 ? over(color, behind(node.parentElement)) : color.slice(0, 3);
        };
        const found = [];
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
            const node = texts.currentNode.parentElement;
            if (!texts.currentNode.data.trim() || !node.checkVisibility() || node.closest("script, noscript, svg, .skip")) continue;
            const under = behind(node);
            const [one, two] = [light(over(parts(getComputedStyle(node).color), under)), light(under)].sort((a, b) => b - a);
            const contrast = (one + 0.05) / (two + 0.05);
            if (contrast < %s) found.push(`${texts.currentNode.data.trim()}: ${contrast.toFixed(2)}`);
        }
        return found;
    })()""" % CONTRAST)


def cut_off(tab):
    """The first lines of code that is wider than its frame."""
    return tab.ask("[...document.querySelectorAll('pre')].filter((node) => node.scrollWidth > node.clientWidth)"
                   ".map((node) => node.textContent.split('\\n')[0])")


def shows_focus(tab):
    """Whether one sees what has the focus; a radio button's is drawn around the text beside it."""
    return tab.ask("""[document.activeElement, document.activeElement.nextElementSibling].some((node) =>
        node && getComputedStyle(node).outlineStyle !== "none" && parseFloat(getComputedStyle(node).outlineWidth) > 1)""")
