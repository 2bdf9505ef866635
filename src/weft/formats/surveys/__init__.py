"""What survey tools and platforms export: wide answers, interviews, lists of members."""
