// Perpetrators and their targets, drawn
//
// Who did it to whom, as arrows from one to the other?
// Draws an arrow for each violation in which a report names the two together, as perpetrator-target-pairs counts them.
// `limit` is the number of pairs, those with most violations first.
//
// :param minEvents => 2
// :param minConfidence => 0.5
// :param factuality => ['reported', 'alleged']
// :param press => true
// :param from => date(null)
// :param to => date(null)
// :param limit => 20

MATCH (event:Violation)-[:PERPETRATOR]->(agent:Entity)
WHERE (agent.named OR agent:Agency)
  AND (event.press OR NOT $press)
  AND ($from IS NULL OR event.latest >= $from)
  AND ($to IS NULL OR event.earliest <= $to)
MATCH (event)-[:TARGET]->(victim:Entity)
WHERE victim.named OR victim:Agency
MATCH path = (agent)-[act]->(victim)
WHERE act.event = event.id AND act.confidence >= $minConfidence AND act.factuality IN $factuality
WITH agent, victim, count(DISTINCT event) AS events, collect(DISTINCT act.id) AS ids
WHERE events >= $minEvents
WITH agent, victim, events, ids
ORDER BY events DESC, agent.name, victim.name, agent.id, victim.id
LIMIT $limit
MATCH path = (agent)-[act]->(victim)
WHERE act.id IN ids
RETURN path
ORDER BY events DESC, agent.name, victim.name, agent.id, victim.id, act.id
