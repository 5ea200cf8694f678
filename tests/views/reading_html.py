"""A small strict reader of HTML for tests: every element is closed in order, and tables are laid out as browsers do."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"meta", "br", "hr"}


class Element:
    """An element with its attributes, its children and its text."""

    def __init__(self, tag, attributes):
        self.tag = tag
        self.attributes = dict(attributes)
        self.children = []
        self.own = []

    def all(self, *tags):
        """Every element below with one of these tags, in order."""
        for child in self.children:
            if not tags or child.tag in tags:
                yield child
            yield from child.all(*tags)

    def with_class(self, name):
        """Every element below with that class."""
        return [e for e in self.all() if name in e.attributes.get("class", "").split()]

    @property
    def text(self):
        """All text inside, in order."""
        return "".join(part if isinstance(part, str) else part.text for part in self.own)


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = Element("#root", ())
        self.open = [self.root]

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> has an attribute twice"
        element = Element(tag, attrs)
        self.open[-1].children.append(element)
        self.open[-1].own.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag):
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data):
        self.open[-1].own.append(data)


def read_html(text):
    """The elements of an HTML text; fails unless every element is closed in order."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    assert reader.open == [reader.root], f"<{reader.open[-1].tag}> is never closed"
    return reader.root


def grid_of(table):
    """The cells of a table at every position they cover; fails if two overlap or a position is left empty."""
    grid = {}
    for y, row in enumerate(table.all("tr")):
        x = 0
        for cell in row.children:
            while (y, x) in grid:
                x += 1
            for dy in range(int(cell.attributes.get("rowspan", 1))):
                for dx in range(int(cell.attributes.get("colspan", 1))):
                    assert (y + dy, x + dx) not in grid, "two cells on one position"
                    grid[y + dy, x + dx] = cell
    height, width = max(y for y, _ in grid) + 1, max(x for _, x in grid) + 1
    assert len(grid) == height * width, "a position without a cell"
    return [[grid[y, x] for x in range(width)] for y in range(height)]
