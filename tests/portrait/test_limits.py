import pytest

import weft
from weft.network import Notice
from weft.portrait.limits import _weightiest_first, _without_headings


def test_a_portrait_does_not_say_in_which_folders_the_data_lie(tmp_path):
    folder = tmp_path / "Ana K" / "clients"
    folder.mkdir(parents=True)
    ties = folder / "answers.csv"
    ties.write_bytes("source,target\nJos\xe9,b\nb,c\nc,Jos\xe9\n".encode("cp1252"))

    page = weft.portrait(weft.read(ties)).to_html()

    assert "answers.csv is not UTF-8" in page
    assert "clients" not in page
    assert "Ana K" not in page


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("/data/ana k/x y.csv is not UTF-8", "x y.csv is not UTF-8"),
        ("C:\\Users\\Ana Maria\\b.csv: one", "b.csv: one"),
        ("../a/b.csv and ~/c/d.csv", "b.csv and d.csv"),
        ("and/or, 5 / 3, mails/list.mbox", "and/or, 5 / 3, mails/list.mbox"),
    ],
)
def test_folders_are_taken_out_of_a_notice(text, shown):
    assert _without_headings(Notice(kind="encoding", text=text, count=1)) == shown


def test_what_bears_on_figures_is_not_pushed_out_by_what_does_not():
    weighty = ("mixed-direction", "symmetric", "one-mailbox")
    kinds = ["columns-left-out"] * 15 + ["encoding", *weighty, "two-modes", "two-modes"]
    notices = [Notice(kind=kind, text=f"{kind} {i}", count=1) for i, kind in enumerate(kinds)]

    first = _weightiest_first(notices)

    assert [notice.kind for notice in first[:8]] == [
        *weighty, "two-modes", "two-modes", "columns-left-out", "encoding", "columns-left-out",
    ]  # fmt: skip
    assert sorted(first, key=notices.index) == notices


def test_a_record_of_what_people_did_is_not_called_their_own_report(tmp_path):
    log = tmp_path / "replies.csv"
    names = [f"p{i}" for i in range(8)]
    pairs = [(a, b) for a in names for b in names if a < b]
    rows = [f"{a},{b},2023-11-14" for a, b in pairs]
    log.write_text("\n".join(["username,reply_to_username,created_at", *rows]))

    limits = {
        limit.id: limit.text
        for limit in weft.portrait(weft.read(log, key={name: name for name in names})).limits
    }

    assert limits["coverage"] == "Everybody counts as having answered (8 people)."
    assert "self-report" not in limits
    assert limits["data-observed"] == (
        "replies.csv is a record of what people did; nobody was asked. Everyone in it counts as "
        "having answered, and what it does not hold as not being there."
    )


def test_what_the_ranges_leave_out_is_said_where_there_are_ranges():
    net = weft.simulate.coalition(people=12, waves=1, seed=2).network

    with_ranges = {limit.id for limit in weft.portrait(net, draws=20).limits}
    without = {limit.id for limit in weft.portrait(net, interval=False).limits}

    assert with_ranges & {"ranges", "no-intervals"} == {"ranges"}
    assert without & {"ranges", "no-intervals"} == {"no-intervals"}
