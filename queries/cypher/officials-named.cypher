// Officials named
//
// Which officials are named, in which positions, and how often as perpetrators?
// Lists named officials with their positions and bodies, the distinct violations ascribed to them, and the quotes of which
// they are the speakers.
//
// :param minConfidence => 0.5
// :param factuality => ['reported', 'alleged']
// :param press => true
// :param from => date(null)
// :param to => date(null)
// :param limit => 100

MATCH (official:Official)
WHERE official.named
OPTIONAL MATCH (official)-[work:WORKS_FOR]->(body:Entity)
WHERE work.confidence >= $minConfidence AND work.factuality IN $factuality
WITH official, work, body
ORDER BY official.id, work.position, body.name, body.id
WITH official, collect(DISTINCT work.position) AS positions, collect(DISTINCT body.name) AS bodies
OPTIONAL MATCH (official)<-[part:PERPETRATOR]-(event:Violation)
WHERE part.confidence >= $minConfidence AND part.factuality IN $factuality
  AND (event.press OR NOT $press)
  AND ($from IS NULL OR event.latest >= $from)
  AND ($to IS NULL OR event.earliest <= $to)
WITH official, positions, bodies, count(DISTINCT event) AS events, min(event.earliest) AS first,
     max(event.earliest) AS last
OPTIONAL MATCH (official)<-[:SPEAKER]-(quote:Evidence)
WITH official, positions, bodies, events, first, last, count(DISTINCT quote) AS quotes
RETURN official.name AS name, positions, bodies, events, first, last, quotes, official.id AS id
ORDER BY events DESC, quotes DESC, name, id
LIMIT $limit
