"""Every hostile file: a name with an ending, and a function that makes the bytes."""

import io

import pyarrow as pa
from pyarrow import parquet

import weft
from tests.formats.hostile import corpus_of_archives as archives
from tests.formats.hostile import corpus_of_texts as texts
from weft.formats import known_formats
from weft.formats.format import Format

KINDS = {
    ".csv": texts.TABLES,
    ".net": texts.PAJEK,
    ".dl": texts.DL,
    ".gml": texts.GML,
    ".vna": texts.VNA,
    ".json": texts.JSON,
    ".mbox": texts.LOGS,
    ".##h": texts.UCINET,
    ".xml": texts.XML,
    ".xlsx": archives.WORKBOOKS,
    ".zip": archives.ARCHIVES,
    ".csv.gz": archives.PACKED,
}
CUTS = (0.1, 0.5, 0.9, -1)


def hostile_files():
    """Return the name of each file, and the function that makes its bytes."""
    made = {
        f"{name}{ending}": make for ending, files in KINDS.items() for name, make in files.items()
    }
    made.update({f"Parquet, {name}.parquet": make for name, make in PARQUET.items()})
    for format_ in known_formats():
        if format_.write is not None:
            for cut in CUTS:
                name = f"{format_.name}, cut at {cut}{format_.extensions[0]}"
                made[name] = lambda f=format_, c=cut: _cut(_written(f), c)
            for place in CUTS[:-1]:
                name = f"{format_.name}, spoilt at {place}{format_.extensions[0]}"
                made[name] = lambda f=format_, p=place: _spoilt(_written(f), p)
    return made


def _written(format_: Format) -> bytes:
    network = weft.read(
        [(f"p{i}", f"p{(i * 7 + 1) % 30}", "trusts", i % 4) for i in range(30)],
        {"id": [f"p{i}" for i in range(30)], "name": [f"Person {i}" for i in range(30)]},
    )
    from weft.formats.carrying import reduced

    left, _ = reduced(network, format_.carries, format_.title)
    return format_.write(left).data


def _cut(content: bytes, where: float) -> bytes:
    return content[:-1] if where < 0 else content[: int(len(content) * where)]


def _spoilt(content: bytes, where: float) -> bytes:
    at = int(len(content) * where)
    return content[:at] + b"\xff\x00\xfe\x80" + content[at + 4 :]


def _parquet(columns, **options) -> bytes:
    made = io.BytesIO()
    parquet.write_table(pa.table(columns), made, **options)
    return made.getvalue()


TIES = {"source": ["a"] * 99, "target": ["b"] * 99}
PARQUET = {
    "a footer of huge length": lambda: _parquet(TIES)[:-8] + b"\xff\xff\xff\x7fPAR1",
    "a footer of no length": lambda: _parquet(TIES)[:-8] + b"\0\0\0\0PAR1",
    "a broken footer": lambda: _parquet(TIES)[:-40] + b"\xff" * 32 + _parquet(TIES)[-8:],
    "a footer of ones": lambda: b"PAR1" + b"\xff" * 400 + b"\x90\1\0\0PAR1",
    "two magics": lambda: b"PAR1PAR1",
    "no columns": lambda: _parquet({}),
    "30,000 columns": lambda: _parquet({f"c{i}": ["x"] for i in range(30_000)}),
    "columns of lists": lambda: _parquet({"source": [[1, 2]], "target": [{"a": 1}]}),
    "a dictionary bomb": lambda: _parquet(
        {"source": pa.array(["x" * 10_000] * 20_000), "target": pa.array(["b"] * 20_000)}
    ),
    "ten million rows of one word": lambda: _parquet(
        {end: pa.DictionaryArray.from_arrays(pa.repeat(pa.scalar(0, pa.int32()), 10_000_000), [end])
         for end in ("source", "target")}
    ),
    "wrong pages": lambda: _parquet(TIES, compression="none").replace(b"a", b"\xff"),
}  # fmt: skip
