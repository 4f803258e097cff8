// Targets hit together, drawn
//
// Who is hit together with whom, and in what?
// Draws the violations that have several named targets.
//
// :param minConfidence => 0.5
// :param factuality => ['reported', 'alleged']
// :param press => true
// :param from => date(null)
// :param to => date(null)
// :param limit => 100

MATCH (event:Violation)-[part:TARGET]->(one:Entity)
WHERE one.named
  AND part.confidence >= $minConfidence AND part.factuality IN $factuality
  AND (event.press OR NOT $press)
  AND ($from IS NULL OR event.latest >= $from)
  AND ($to IS NULL OR event.earliest <= $to)
MATCH (event)-[also:TARGET]->(other:Entity)
WHERE one.id < other.id AND other.named
  AND also.confidence >= $minConfidence AND also.factuality IN $factuality
MATCH path = (one)<-[:TARGET]-(event)-[:TARGET]->(other)
RETURN DISTINCT path, event.earliest AS day, event.id AS id, one.id AS oneId, other.id AS otherId
ORDER BY day, id, oneId, otherId
LIMIT $limit
