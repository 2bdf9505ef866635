"""The plans: what is asked of the tables, written once in the SQL that DuckDB and Spark share."""

from __future__ import annotations

REPORTS = """
SELECT {source} AS source, {target} AS target, {relation} AS relation_name,
       {wave} AS wave_name, {weight} AS weight_text
FROM opened_ties
"""

WEIGHT = """
CASE WHEN weight_text IS NULL OR TRIM(weight_text) = '' THEN CAST(1 AS DOUBLE)
     ELSE TRY_CAST(TRIM(weight_text) AS DOUBLE) END
"""

WRONG = f"""
SELECT CAST(COUNT(*) AS BIGINT) AS found,
       CAST(SUM(CASE WHEN source IS NULL OR source = '' THEN 1 ELSE 0 END) AS BIGINT) AS source,
       CAST(SUM(CASE WHEN target IS NULL OR target = '' THEN 1 ELSE 0 END) AS BIGINT) AS target,
       CAST(SUM(CASE WHEN weight IS NULL OR ISNAN(weight) OR weight > 1e308 OR weight < 0
                THEN 1 ELSE 0 END) AS BIGINT) AS weight
FROM (SELECT source, target, {WEIGHT} AS weight FROM reports) AS checked
"""  # noqa: S608  (no part of a plan comes from outside)

RELATIONS = "SELECT DISTINCT relation_name AS name FROM reports"
WAVES = "SELECT DISTINCT wave_name AS name FROM reports"

IDS_IN_TIES = "SELECT source AS id FROM reports UNION SELECT target AS id FROM reports"
AS_SAID = "SELECT id, person FROM said"
"""Everyone in the order of the people table, as Weft in memory numbers them."""

UNKNOWN = f"""
SELECT CAST(COUNT(*) AS BIGINT) AS many, MIN(met.id) AS first
FROM ({IDS_IN_TIES}) AS met LEFT JOIN said ON met.id = said.id WHERE said.id IS NULL
"""  # noqa: S608
NUMBERED = f"""
SELECT id, CAST(ROW_NUMBER() OVER (ORDER BY id) - 1 AS BIGINT) AS person
FROM ({IDS_IN_TIES}) AS everyone
"""  # noqa: S608
"""Everyone who stands in a tie, by id: rows have no order here."""

CODED = f"""
SELECT a.person AS source, b.person AS target, r.code AS relation, w.code AS wave, weight
FROM (SELECT source, target, relation_name, wave_name, {WEIGHT} AS weight FROM reports) AS given
JOIN people AS a ON given.source = a.id
JOIN people AS b ON given.target = b.id
JOIN relation_codes AS r ON given.relation_name = r.name
JOIN wave_codes AS w ON given.wave_name = w.name
WHERE a.person <> b.person
"""  # noqa: S608

ROSTER_OF_TIES = """
SELECT person, CASE WHEN {everyone} = 1 OR did.source IS NOT NULL THEN 1 ELSE 0 END AS answered,
       0 AS steward, CASE WHEN {everyone} = 1 THEN 0 ELSE 1 END AS undeclared
FROM people LEFT JOIN (SELECT DISTINCT source FROM coded WHERE wave = {wave}) AS did
ON person = did.source
"""
"""Everyone who stands in a tie. Who reported nothing has said nothing on whether they answered."""

ROSTER = """
SELECT person,
       CASE WHEN {everyone} = 1 OR did.source IS NOT NULL OR said.responded = 1
            THEN 1 ELSE 0 END AS answered,
       said.steward AS steward,
       CASE WHEN {everyone} = 0 AND said.responded = -1 THEN 1 ELSE 0 END AS undeclared
FROM people JOIN said ON people.id = said.id
LEFT JOIN (SELECT DISTINCT source FROM coded WHERE wave = {wave}) AS did ON person = did.source
LEFT JOIN (SELECT DISTINCT target FROM coded WHERE wave = {wave}) AS met ON person = met.target
WHERE said.invited <> 0 OR did.source IS NOT NULL OR met.target IS NOT NULL
"""

SEATS = """
SELECT person, answered, steward, undeclared,
       CAST(ROW_NUMBER() OVER (ORDER BY person) - 1 AS BIGINT) AS seat FROM roster_{at}
"""

ONCE = """
SELECT a.seat AS source, b.seat AS target, MAX(weight) AS weight
FROM coded JOIN seats_{at} AS a ON coded.source = a.person
JOIN seats_{at} AS b ON coded.target = b.person
WHERE relation = {relation} AND wave = {wave} AND weight > 0
GROUP BY a.seat, b.seat
"""
"""A report said twice counts once, with the largest value."""

DIRECTED = "SELECT source, target, weight FROM ({once}) AS once"
UNDIRECTED = """
SELECT LEAST(source, target) AS source, GREATEST(source, target) AS target, AVG(weight) AS weight
FROM ({once}) AS once GROUP BY LEAST(source, target), GREATEST(source, target)
"""

STRENGTHS = """
SELECT CAST(COUNT(*) AS BIGINT) AS m, MIN(weight) AS least, MAX(weight) AS greatest,
       SUM(weight) AS total FROM {ties}
"""

BOTH_WAYS = """
SELECT source, target FROM {ties} UNION ALL SELECT target AS source, source AS target FROM {ties}
"""
ONE_WAY = "SELECT source, target FROM {ties}"

TALLY = """
SELECT answered, steward, undeclared, COALESCE(sent, 0) AS sent, COALESCE(received, 0) AS received
FROM seats_{at}
LEFT JOIN (SELECT source, CAST(COUNT(*) AS BIGINT) AS sent FROM ({arcs}) AS a GROUP BY source)
  AS names ON seat = names.source
LEFT JOIN (SELECT target, CAST(COUNT(*) AS BIGINT) AS received FROM ({arcs}) AS b GROUP BY target)
  AS named ON seat = named.target
ORDER BY seat
"""
"""One row a person: the one table that has to fit into the memory of whoever asks."""

PAIRS = """
SELECT LEAST(source, target) AS low, GREATEST(source, target) AS high,
       CAST(MAX(CASE WHEN source < target THEN 1 ELSE 0 END) AS BIGINT) AS forth,
       CAST(MAX(CASE WHEN source > target THEN 1 ELSE 0 END) AS BIGINT) AS back
FROM ({arcs}) AS a GROUP BY LEAST(source, target), GREATEST(source, target)
"""

TIED = "SELECT CAST(COUNT(*) AS BIGINT) AS tied FROM {pairs}"

CENSUS = """
SELECT CAST(COUNT(*) AS BIGINT) AS tied, CAST(SUM(forth * back) AS BIGINT) AS mutual
FROM {pairs} AS p JOIN seats_{at} AS a ON p.low = a.seat JOIN seats_{at} AS b ON p.high = b.seat
WHERE a.answered = 1 AND b.answered = 1
"""

ALIKE = """
SELECT CAST(COUNT(*) AS BIGINT) AS m, SUM(CAST(x AS DOUBLE)) AS x, SUM(CAST(y AS DOUBLE)) AS y,
       SUM(CAST(x * x AS DOUBLE)) AS xx, SUM(CAST(y * y AS DOUBLE)) AS yy,
       SUM(CAST(x * y AS DOUBLE)) AS xy
FROM (
  SELECT names.k AS x, named.k AS y FROM ({arcs}) AS a
  JOIN (SELECT source, CAST(COUNT(*) AS BIGINT) AS k FROM ({arcs}) AS b GROUP BY source)
    AS names ON a.source = names.source
  JOIN (SELECT target, CAST(COUNT(*) AS BIGINT) AS k FROM ({arcs}) AS c GROUP BY target)
    AS named ON a.target = named.target
) AS ends
"""

CONTACTS = """
SELECT seat, CAST(COUNT(*) AS BIGINT) AS ties, CAST(SUM(strength) AS BIGINT) AS whole,
       CAST(MAX(strength) AS BIGINT) AS most
FROM (SELECT low AS seat, forth + back AS strength FROM {pairs}
      UNION ALL SELECT high AS seat, forth + back AS strength FROM {pairs}) AS ends
GROUP BY seat
"""

TURNED = """
SELECT CASE WHEN up = 1 THEN low ELSE high END AS low,
       CASE WHEN up = 1 THEN high ELSE low END AS high,
       CASE WHEN up = 1 THEN forth ELSE back END AS forth,
       CASE WHEN up = 1 THEN back ELSE forth END AS back,
       CASE WHEN up = 1 THEN low_ties ELSE high_ties END AS low_ties,
       CASE WHEN up = 1 THEN high_ties ELSE low_ties END AS high_ties,
       CASE WHEN up = 1 THEN low_whole ELSE high_whole END AS low_whole,
       CASE WHEN up = 1 THEN high_whole ELSE low_whole END AS high_whole,
       CASE WHEN up = 1 THEN low_most ELSE high_most END AS low_most,
       CASE WHEN up = 1 THEN high_most ELSE low_most END AS high_most
FROM (
  SELECT p.low, p.high, p.forth, p.back, a.ties AS low_ties, b.ties AS high_ties,
         a.whole AS low_whole, b.whole AS high_whole, a.most AS low_most, b.most AS high_most,
         CASE WHEN a.ties <= b.ties THEN 1 ELSE 0 END AS up
  FROM {pairs} AS p JOIN {contacts} AS a ON p.low = a.seat JOIN {contacts} AS b ON p.high = b.seat
) AS pair_with_contacts
"""
"""Each pair from the less to the more tied, so that even the greatest hub starts few."""

IN_CELLS = """
SELECT cells.task AS task, t.* FROM {turned} AS t
JOIN {cells} AS cells ON t.low % {blocks} = cells.x AND t.high % {blocks} = cells.y
"""

MOST_IN_COMMON = """
SELECT CAST(MAX(LEAST(low_ties, high_ties)) - 1 AS BIGINT) AS most FROM {turned}
"""
"""No tied pair has more common contacts than the less tied of the two has others."""

SUMMED = """
SELECT kind, low, high, CAST(SUM(added) AS BIGINT) AS added FROM {bundle} GROUP BY kind, low, high
"""

CODES = "SELECT low AS code, added FROM {summed} WHERE kind = 0"

CONSTRAINT = """
SELECT SUM(CAST(ROUND((given / low_whole * (given / low_whole)
                     + given / high_whole * (given / high_whole)) * {unit}) AS DECIMAL(38, 0)))
  AS whole
FROM (
  SELECT t.low_whole AS low_whole, t.high_whole AS high_whole,
         CAST(t.forth + t.back AS DOUBLE) + COALESCE(s.added, 0) * {of_part} AS given
  FROM {turned} AS t
  LEFT JOIN (SELECT low, high, added FROM {summed} WHERE kind = 1) AS s
  ON t.low = s.low AND t.high = s.high
) AS each_pair
"""
"""In whole numbers of a small unit, so that it does not depend on the order of adding."""

DOUBLED = """
SELECT SUM(CAST(ROUND(CAST(s.added AS DOUBLE) / (2 * c.whole) * {unit}) AS DECIMAL(38, 0)))
  AS whole
FROM {summed} AS s JOIN {contacts} AS c ON s.low = c.seat WHERE s.kind = 2
"""

TO_EVERY_TASK = """
SELECT shares.task AS task, {columns} FROM {ties} AS t CROSS JOIN {shares} AS shares
"""
