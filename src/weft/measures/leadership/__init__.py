"""Who is looked to, by how many, and is that shared? A tie reads: source turns to target."""
