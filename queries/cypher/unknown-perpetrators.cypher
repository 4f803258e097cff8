// Acts with an unknown perpetrator
//
// Which violations have nobody who is known to have done them?
// Lists those without any agent, or only with unnamed people and groups ("unknown men", as `told`); the police of a town
// are known, named or not.
//
// :param minConfidence => 0.5
// :param factuality => ['reported', 'alleged']
// :param press => true
// :param from => date(null)
// :param to => date(null)
// :param limit => 50

MATCH (event:Violation)
WHERE event.confidence >= $minConfidence AND event.factuality IN $factuality
  AND (event.press OR NOT $press)
  AND ($from IS NULL OR event.latest >= $from)
  AND ($to IS NULL OR event.earliest <= $to)
OPTIONAL MATCH (event)-[:PERPETRATOR]->(agent:Entity)
WITH event, count(CASE WHEN agent.named OR agent:Agency OR agent:Organization THEN 1 END) AS known
WHERE known = 0
WITH event
ORDER BY event.earliest, event.latest, event.id
LIMIT $limit
OPTIONAL MATCH (event)-[part:TARGET]->(target:Entity)
WHERE part.confidence >= $minConfidence AND part.factuality IN $factuality
WITH event, target
ORDER BY event.id, target.named DESC, target.name, target.id
WITH event, collect(target.name) AS targets
OPTIONAL MATCH (event)-[:PERPETRATOR]->(agent:Entity)
WITH event, targets, agent
ORDER BY event.id, agent.name, agent.id
WITH event, targets, collect(agent.name) AS told
OPTIONAL MATCH (event)-[:AT]->(place:Place)
WITH event, targets, told, place
ORDER BY event.id, place.name, place.id
WITH event, targets, told, head(collect(place.name)) AS place
RETURN event.date AS date, event.type AS kind, targets, told, place, event.factuality AS factuality,
       event.reports AS reports, event.name AS name, event.id AS id
ORDER BY event.earliest, event.latest, id
