"""Made-up XML of the words that a format knows, in any order and any place."""

import hypothesis.strategies as st

VALUES = ("a", "b", "0", "-1", "2.5", "INF", "", " ", "directed", "undirected", "mutual", "true",
          "node", "edge", "all", "2026-01-01", "[a, b]", "<[1, 2]>", "é", "x" * 1_001)  # fmt: skip


def documents(root, tags, attributes, below):
    """Draw a document with this root and one element below it, and any others inside."""
    named = st.dictionaries(st.sampled_from(attributes), st.sampled_from(VALUES), max_size=5)
    text = st.sampled_from(("", "a", "\n b\n"))
    leaf = st.builds(element, st.sampled_from(tags), named, text)
    inside = st.recursive(
        leaf,
        lambda children: st.builds(
            element, st.sampled_from(tags), named, st.lists(children, max_size=6).map("\n".join)
        ),
        max_leaves=25,
    )
    many = st.lists(inside, max_size=8).map("\n".join)
    graph = st.builds(element, st.just(below), named, many)
    return st.builds(element, st.just(root), st.just({}), st.tuples(many, graph).map("".join))


def element(tag, attributes, inside):
    """Return an element as text."""
    from weft.formats.graphs.graph_xml import escaped

    said = "".join(f' {name}="{escaped(value)}"' for name, value in attributes.items())
    return f"<{tag}{said}>{inside}</{tag}>"
