"""GML, nested keys and values."""
