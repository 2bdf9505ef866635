"""Files that other people's programs wrote give what the documentation says they give."""

import csv
import json
import runpy
from pathlib import Path

import pytest

import weft
from tests.docs.printed import ROOT

pytestmark = pytest.mark.facts

DOCS = ROOT / "docs"
KEPT = json.loads((DOCS / "real_files.json").read_text(encoding="utf-8"))


def test_every_real_file_gives_what_the_page_says(shared_data: Path) -> None:
    real_files = runpy.run_path(str(DOCS / "real_files.py"))

    assert real_files["found_in"](shared_data.parent / "raw-formats") == KEPT


def test_no_real_file_is_read_as_nothing() -> None:
    empty = [row for row in KEPT if "refused" not in row and not row["ties"]]

    assert [row["file"] for row in empty if "stand alone" not in "".join(row["notices"])] == []


KNOWN = {
    "pajek/HighTech.paj": ("krackhardt_hightech", {
        "gives_advice_to": ("advice", ""), "is_friend_of": ("friendship", ""),
        "reports_to": ("reports_to", "")}),
    "socnetv/Krackhardt_High-tech_managers.paj": ("krackhardt_hightech", {
        "gives_advice_to": ("advice", ""), "is_friend_of": ("friendship", "")}),
    "pajek/KnokBur.paj": ("knoke_bureaucracies", {
        r"UciNet\KnokBur.dat : KNOKI": ("information", ""),
        r"UciNet\KnokBur.dat : KNOKM": ("money", "")}),
    "pajek/EIES.paj": ("freeman_eies", {
        "Acquaintanceship at time 1": ("acquaintance", "1"),
        "Acquaintanceship at time 2": ("acquaintance", "2")}),
    "ucinet-dl/Freeman_EIES_networks_32actors.dl": ("freeman_eies", {
        "NUMBER_OF_MESSAGES": ("messages", "")}),
    "ucinet-dl/KAPTAIL.DAT": ("kapferer_tailor", {
        "KAPFTI1": ("instrumental", "1"), "KAPFTI2": ("instrumental", "2"),
        "KAPFTS1": ("sociational", "1"), "KAPFTS2": ("sociational", "2")}),
    "ucinet-dl/SAMPSON.DAT": ("sampson_monastery", {
        "SAMPLK1": ("liking", "1"), "SAMPLK2": ("liking", "2"), "SAMPLK3": ("liking", "3"),
        "SAMPDLK": ("disliking", "3"), "SAMPES": ("esteem", "3"), "SAMPDES": ("disesteem", "3"),
        "SAMPIN": ("positive_influence", "3"), "SAMPNIN": ("negative_influence", "3"),
        "SAMPPR": ("praise", "3"), "SAMNPR": ("blame", "3")}),
    "ucinet-dl/BKOFF.DAT": ("bk_office", {
        "BKOFFB": ("observed_interaction", ""), "BKOFFC": ("recalled_rank", "")}),
    "ucinet-dl/Thurman_Office_Networks_Coalitions.dl": ("thurman_office", {
        "THURA": ("formal_superior", ""), "THURM": ("multiplex_informal", "")}),
    "ucinet-dl/KRACKFR.DAT": ("krackhardt_css", {"ties": ("friendship", "")}),
    "konect/out.advogato": ("advogato", {"ties": ("certification", "")}),
}  # fmt: skip
"""The relations of real files, and the same of the data sets that other programs have counted."""


@pytest.mark.parametrize("name", KNOWN)
def test_a_real_file_has_the_ties_of_the_same_data_set(shared_data: Path, name: str) -> None:
    data_set, relations = KNOWN[name]
    network = weft.read(shared_data.parent / "raw-formats" / name)

    for relation, known in relations.items():
        wanted = ties_of(shared_data / data_set / "ties.csv", *known)
        graph = network.graph(relation)
        turned = {pair[::-1] for pair in wanted}
        assert graph.m in {len(wanted), len(wanted | turned)}, relation  # a matrix holds both ways


def ties_of(path: Path, relation: str, wave: str) -> set[tuple[str, str]]:
    """Return the ties of a data set as pairs."""
    with path.open(encoding="utf-8", newline="") as file:
        return {
            (row["source"], row["target"])
            for row in csv.DictReader(file)
            if row["source"] != row["target"]
            and row["relation"] == relation
            and row.get("wave", "") == wave
            and float(row.get("weight") or 1) != 0
        }
