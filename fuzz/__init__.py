"""Fuzzing of the readers: `./run fuzz`, every night; what it found is replayed by the tests."""
