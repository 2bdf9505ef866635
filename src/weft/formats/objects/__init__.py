"""Networks from objects of other Python packages: frames and graphs."""
