// How two are connected
//
// By which acts, employers and relatives are two people or bodies connected?
// Draws the shortest ways between those that bear the two names (in any case), over acts, work, ownership, kinship and
// representation; not over places and reports, which connect everything. `length` is the number of edges.
//
// :param name => ''
// :param other => ''
// :param limit => 10

MATCH (one:Entity)
WHERE toLower(one.name) = toLower($name) OR any(called IN one.names WHERE toLower(called) = toLower($name))
MATCH (two:Entity)
WHERE one.id <> two.id
  AND (toLower(two.name) = toLower($other) OR any(called IN two.names WHERE toLower(called) = toLower($other)))
MATCH path = allShortestPaths((one)-[:PERPETRATOR|AGENT|TARGET|WORKS_FOR|FOUNDED|OWNS|PART_OF|FUNDS|REPRESENTS|RELATIVE_OF*..8]-(two))
RETURN path, length(path) AS length
ORDER BY length, [step IN nodes(path) | step.id], [tie IN relationships(path) | tie.id]
LIMIT $limit
