// Timeline of somebody
//
// What happened to, by or in a person, body or place, in order?
// Lists every event in which it takes part under one of its names (in any case), releases and laws too, press events and
// others; undated ones come last. `part` is its own part, `quote` the surest quote that tells of the event. Where two
// bear the name, `name` and `id` tell them apart.
//
// :param name => ''
// :param minConfidence => 0.5
// :param factuality => ['reported', 'alleged']
// :param from => date(null)
// :param to => date(null)

MATCH (entity:Entity)
WHERE toLower(entity.name) = toLower($name) OR any(called IN entity.names WHERE toLower(called) = toLower($name))
MATCH (entity)<-[part:PERPETRATOR|AGENT|TARGET|AT]-(act:Event)
WHERE act.confidence >= $minConfidence AND act.factuality IN $factuality
  AND ($from IS NULL OR act.latest >= $from)
  AND ($to IS NULL OR act.earliest <= $to)
WITH entity, act, type(part) AS part
ORDER BY act.id, part
WITH entity, act, collect(DISTINCT CASE part WHEN 'AT' THEN 'place' ELSE toLower(part) END) AS part
OPTIONAL MATCH (act)-[:PERPETRATOR|AGENT]->(agent:Entity)
WITH entity, act, part, agent
ORDER BY act.id, agent.name, agent.id
WITH entity, act, part, collect(agent.name) AS agents
OPTIONAL MATCH (act)-[:TARGET]->(target:Entity)
WITH entity, act, part, agents, target
ORDER BY act.id, target.name, target.id
WITH entity, act, part, agents, collect(target.name) AS targets
OPTIONAL MATCH (act)-[:AT]->(place:Place)
WITH entity, act, part, agents, targets, place
ORDER BY act.id, place.name, place.id
WITH entity, act, part, agents, targets, head(collect(place.name)) AS place
OPTIONAL MATCH (act)-[:EVIDENCE]->(evidence:Evidence)
WHERE evidence.factuality IN $factuality
WITH entity, act, part, agents, targets, place, evidence
ORDER BY act.id, evidence.confidence DESC, evidence.id
WITH entity, act, part, agents, targets, place, head(collect(evidence.quote)) AS quote
RETURN act.date AS date, act.type AS kind, part, agents, targets, place, act.factuality AS factuality, quote,
       act.name AS event, act.id AS eventId, entity.name AS name, entity.id AS id
ORDER BY act.earliest, act.latest, eventId, id
