"""The sheets and columns in which NodeXL keeps how a network is drawn, and what it computed."""

OTHER_COLUMNS = "Other Columns"
"""The band above the columns of the user."""

OWN_SHEETS = frozenset(
    {"Groups", "Group Vertices", "Group Edges", "Overall Metrics", "Misc", "Time Series",
     "Words", "Word Pairs", "Top Items", "Twitter Search Network Top Items", "Do Not Delete"}
)  # fmt: skip

OF_BOTH = frozenset(
    {"Color", "Opacity", "Visibility", "Label", "ID", "Dynamic Filter",
     "Add Your Own Columns Here"}
)  # fmt: skip

OF_EDGES = OF_BOTH | {
    "Width", "Style", "Label Text Color", "Label Font Size", "Reciprocated?",
}  # fmt: skip

OF_VERTICES = (OF_BOTH - {"Label"}) | {
    "Shape", "Size", "Image File", "Label Fill Color", "Label Position", "Tooltip",
    "Layout Order", "X", "Y", "Locked?", "Polar R", "Polar Angle", "Degree", "In-Degree",
    "Out-Degree", "Betweenness Centrality", "Closeness Centrality", "Eigenvector Centrality",
    "PageRank", "Clustering Coefficient", "Reciprocated Vertex Pair Ratio",
}  # fmt: skip
"""The label of a vertex is the name of a person, and is kept."""
