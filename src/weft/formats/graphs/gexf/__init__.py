"""GEXF, the format of Gephi, with times and kinds of tie."""
