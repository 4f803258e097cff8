// Recurring targets, drawn
//
// Who was the target of violations again and again, and who did it?
// Draws what recurring-targets counts: each target, its violations and those to whom the reports ascribe them. `limit` is
// the number of targets.
//
// :param minEvents => 2
// :param paths => 500
// :param minConfidence => 0.5
// :param factuality => ['reported', 'alleged']
// :param press => true
// :param from => date(null)
// :param to => date(null)
// :param limit => 10

MATCH (event:Violation)-[part:TARGET]->(target:Entity)
WHERE target.named
  AND part.confidence >= $minConfidence AND part.factuality IN $factuality
  AND (event.press OR NOT $press)
  AND ($from IS NULL OR event.latest >= $from)
  AND ($to IS NULL OR event.earliest <= $to)
WITH target, count(DISTINCT event) AS events
WHERE events >= $minEvents
WITH target, events
ORDER BY events DESC, target.name, target.id
LIMIT $limit
MATCH path = (target)<-[part:TARGET]-(event:Violation)
WHERE part.confidence >= $minConfidence AND part.factuality IN $factuality
  AND (event.press OR NOT $press)
  AND ($from IS NULL OR event.latest >= $from)
  AND ($to IS NULL OR event.earliest <= $to)
OPTIONAL MATCH by = (event)-[deed:PERPETRATOR]->(agent:Entity)
WHERE deed.confidence >= $minConfidence AND deed.factuality IN $factuality
RETURN path, by
ORDER BY events DESC, target.name, target.id, event.earliest, event.id, agent.id
LIMIT $paths
