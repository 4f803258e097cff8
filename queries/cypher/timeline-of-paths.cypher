// Everything around somebody, drawn
//
// What happened to, by or in a person, body or place, and who else took part?
// Draws every event in which it takes part under one of its names (in any case), with all who took part and the place, and
// whom it works for, owns, belongs to, speaks for or is related to.
//
// :param name => ''
// :param minConfidence => 0.5
// :param factuality => ['reported', 'alleged']
// :param from => date(null)
// :param to => date(null)

MATCH (entity:Entity)
WHERE toLower(entity.name) = toLower($name) OR any(called IN entity.names WHERE toLower(called) = toLower($name))
OPTIONAL MATCH act = (entity)<-[:PERPETRATOR|AGENT|TARGET|AT]-(event:Event)-[:PERPETRATOR|AGENT|TARGET|AT]->(other:Entity)
WHERE event.confidence >= $minConfidence AND event.factuality IN $factuality
  AND ($from IS NULL OR event.latest >= $from)
  AND ($to IS NULL OR event.earliest <= $to)
WITH entity, act, event, other
ORDER BY event.earliest, event.id, other.id, [part IN relationships(act) | part.id]
WITH entity, collect(act) AS acts
OPTIONAL MATCH tie = (entity)-[bond:WORKS_FOR|FOUNDED|OWNS|PART_OF|FUNDS|BASED_IN|REPRESENTS|RELATIVE_OF]-(fellow:Entity)
WHERE coalesce(bond.confidence, 1.0) >= $minConfidence AND coalesce(bond.factuality, 'reported') IN $factuality
WITH entity, acts, tie, fellow, bond
ORDER BY fellow.id, bond.id
WITH entity, acts, collect(tie) AS ties
WITH entity, acts + ties AS paths
UNWIND range(0, size(paths) - 1) AS i
WITH entity, i, paths[i] AS path
RETURN path
ORDER BY entity.id, i
