// Targets hit together
//
// Who is hit together with whom?
// Counts the distinct violations of which both are targets.
//
// :param minEvents => 1
// :param minConfidence => 0.5
// :param factuality => ['reported', 'alleged']
// :param press => true
// :param from => date(null)
// :param to => date(null)
// :param limit => 50

MATCH (event:Violation)-[part:TARGET]->(one:Entity)
WHERE one.named
  AND part.confidence >= $minConfidence AND part.factuality IN $factuality
  AND (event.press OR NOT $press)
  AND ($from IS NULL OR event.latest >= $from)
  AND ($to IS NULL OR event.earliest <= $to)
MATCH (event)-[also:TARGET]->(other:Entity)
WHERE one.id < other.id AND other.named
  AND also.confidence >= $minConfidence AND also.factuality IN $factuality
WITH one, other, count(DISTINCT event.id) AS events, collect(DISTINCT event.type) AS happened,
     min(event.earliest) AS first, max(event.earliest) AS last
WHERE events >= $minEvents
WITH one, other, events, happened, first, last
ORDER BY events DESC, one.name, other.name, one.id, other.id
LIMIT $limit
UNWIND happened AS type
WITH one, other, events, first, last, type
ORDER BY one.id, other.id, type
WITH one, other, events, first, last, collect(type) AS types
RETURN one.name AS name, other.name AS other, events, types, first, last, one.id AS id, other.id AS otherId
ORDER BY events DESC, name, other, id, otherId
