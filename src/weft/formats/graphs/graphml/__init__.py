"""GraphML, of many graph programs."""
