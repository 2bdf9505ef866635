"""Tables of ties and of people: delimited text, Parquet, adjacency matrices."""
