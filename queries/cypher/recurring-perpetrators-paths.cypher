// Recurring perpetrators, drawn
//
// Who did it, again and again, and to whom?
// Draws what recurring-perpetrators counts, without `rollUp`: each agent, its violations and their targets. `limit` is the
// number of agents.
//
// :param minEvents => 2
// :param paths => 500
// :param minConfidence => 0.5
// :param factuality => ['reported', 'alleged']
// :param press => true
// :param from => date(null)
// :param to => date(null)
// :param limit => 5

MATCH (event:Violation)-[part:PERPETRATOR]->(agent:Entity)
WHERE (agent.named OR agent:Agency)
  AND part.confidence >= $minConfidence AND part.factuality IN $factuality
  AND (event.press OR NOT $press)
  AND ($from IS NULL OR event.latest >= $from)
  AND ($to IS NULL OR event.earliest <= $to)
WITH agent, count(DISTINCT event) AS events
WHERE events >= $minEvents
WITH agent, events
ORDER BY events DESC, agent.name, agent.id
LIMIT $limit
MATCH path = (agent)<-[part:PERPETRATOR]-(event:Violation)
WHERE part.confidence >= $minConfidence AND part.factuality IN $factuality
  AND (event.press OR NOT $press)
  AND ($from IS NULL OR event.latest >= $from)
  AND ($to IS NULL OR event.earliest <= $to)
OPTIONAL MATCH to = (event)-[suffered:TARGET]->(target:Entity)
WHERE suffered.confidence >= $minConfidence AND suffered.factuality IN $factuality
RETURN path, to
ORDER BY events DESC, agent.name, agent.id, event.earliest, event.id, target.id
LIMIT $paths
