"""Can I believe this map? How many answered, and how much of the network their answers cover."""
