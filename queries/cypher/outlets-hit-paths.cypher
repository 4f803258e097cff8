// Outlets hit through their staff, drawn
//
// Whose staff is hit, and by what?
// Draws the outlets that outlets-hit counts, the people who work for them and the violations. `limit` is the number of
// outlets.
//
// :param minEvents => 2
// :param former => false
// :param paths => 500
// :param minConfidence => 0.5
// :param factuality => ['reported', 'alleged']
// :param press => true
// :param from => date(null)
// :param to => date(null)
// :param limit => 5

MATCH (event:Violation)-[part:TARGET]->(person:Person)-[work:WORKS_FOR]->(outlet:Outlet)
WHERE outlet.named
  AND (coalesce(work.current, true) OR $former)
  AND work.confidence >= $minConfidence
  AND part.confidence >= $minConfidence AND part.factuality IN $factuality
  AND (event.press OR NOT $press)
  AND ($from IS NULL OR event.latest >= $from)
  AND ($to IS NULL OR event.earliest <= $to)
WITH outlet, count(DISTINCT event) AS events
WHERE events >= $minEvents
WITH outlet, events
ORDER BY events DESC, outlet.name, outlet.id
LIMIT $limit
MATCH path = (outlet)<-[work:WORKS_FOR]-(person:Person)<-[part:TARGET]-(event:Violation)
WHERE (coalesce(work.current, true) OR $former)
  AND work.confidence >= $minConfidence
  AND part.confidence >= $minConfidence AND part.factuality IN $factuality
  AND (event.press OR NOT $press)
  AND ($from IS NULL OR event.latest >= $from)
  AND ($to IS NULL OR event.earliest <= $to)
RETURN path
ORDER BY events DESC, outlet.name, outlet.id, event.earliest, event.id, person.id, work.id
LIMIT $paths
