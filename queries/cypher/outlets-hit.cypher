// Outlets hit through their staff
//
// Which outlets are hit most through the people who work for them?
// Counts distinct violations of people who work for the outlet, and those people, named or not; `direct` are violations of
// the outlet itself. Whether somebody worked there at that time is not told: with `former`, past employers count too.
//
// :param minEvents => 1
// :param former => false
// :param minConfidence => 0.5
// :param factuality => ['reported', 'alleged']
// :param press => true
// :param from => date(null)
// :param to => date(null)
// :param limit => 50

MATCH (event:Violation)-[part:TARGET]->(person:Person)-[work:WORKS_FOR]->(outlet:Outlet)
WHERE outlet.named
  AND (coalesce(work.current, true) OR $former)
  AND work.confidence >= $minConfidence
  AND part.confidence >= $minConfidence AND part.factuality IN $factuality
  AND (event.press OR NOT $press)
  AND ($from IS NULL OR event.latest >= $from)
  AND ($to IS NULL OR event.earliest <= $to)
WITH outlet, count(DISTINCT event) AS events, count(DISTINCT person) AS staff, collect(DISTINCT event.type) AS kinds,
     min(event.earliest) AS first, max(event.earliest) AS last
WHERE events >= $minEvents
WITH outlet, events, staff, kinds, first, last
ORDER BY events DESC, staff DESC, outlet.name, outlet.id
LIMIT $limit
OPTIONAL MATCH (outlet)<-[part:TARGET]-(event:Violation)
WHERE part.confidence >= $minConfidence AND part.factuality IN $factuality
  AND (event.press OR NOT $press)
  AND ($from IS NULL OR event.latest >= $from)
  AND ($to IS NULL OR event.earliest <= $to)
WITH outlet, events, staff, kinds, first, last, count(DISTINCT event) AS direct
UNWIND kinds AS type
WITH outlet, events, staff, direct, first, last, type
ORDER BY outlet.id, type
WITH outlet, events, staff, direct, first, last, collect(type) AS types
RETURN outlet.name AS name, events, staff, direct, types, first, last, outlet.id AS id
ORDER BY events DESC, staff DESC, name, id
