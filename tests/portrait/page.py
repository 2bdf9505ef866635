"""Reads a page as a browser would: its elements, its text, its headings."""

from html.parser import HTMLParser

WITHOUT_END = {"meta", "link", "br", "hr", "img", "input"}


class Page(HTMLParser):
    """What is in a page.

    Attributes
    ----------
    elements : list of (tag, attributes)
    text : str
        Everything shown, without styles.
    unclosed : list of str
        Tags that were left open or closed out of turn.
    """

    def __init__(self, html):
        super().__init__()
        self.elements, self.pieces, self.open, self.unclosed = [], [], [], []
        self.feed(html)
        self.close()
        self.unclosed += self.open

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in WITHOUT_END:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.unclosed.append(tag)

    def handle_data(self, data):
        if not self.open or self.open[-1] != "style":
            self.pieces.append(data)

    @property
    def text(self):
        return " ".join("".join(self.pieces).split())

    def named(self, *tags):
        return [(tag, attributes) for tag, attributes in self.elements if tag in tags]
