// Escalation against somebody
//
// What was done to a person or body, one after the other, and how many days lay between?
// Lists the dated violations of which it is a target under one of its names (in any case), in order. `days` are those from
// the earliest day on which the one before may have begun to that of this one; `exact` says that both days are told. A
// release stands in the list, so that a second detention shows as one.
//
// :param name => ''
// :param minConfidence => 0.5
// :param factuality => ['reported', 'alleged']
// :param press => true
// :param from => date(null)
// :param to => date(null)

MATCH (target:Entity)
WHERE toLower(target.name) = toLower($name) OR any(called IN target.names WHERE toLower(called) = toLower($name))
MATCH (target)<-[part:TARGET]-(event:Event)
WHERE event.earliest IS NOT NULL
  AND part.confidence >= $minConfidence AND part.factuality IN $factuality
  AND (event.press OR NOT $press)
  AND ($from IS NULL OR event.latest >= $from)
  AND ($to IS NULL OR event.earliest <= $to)
WITH DISTINCT target, event
OPTIONAL MATCH (event)-[deed:PERPETRATOR|AGENT]->(agent:Entity)
WHERE deed.confidence >= $minConfidence AND deed.factuality IN $factuality
WITH target, event, agent
ORDER BY event.id, agent.name, agent.id
WITH target, event, collect(agent.name) AS agents
ORDER BY target.id, event.earliest, event.latest, event.id
WITH target, collect(event) AS events, collect(agents) AS lists
UNWIND range(0, size(events) - 1) AS i
WITH target, i, lists[i] AS agents, events[i] AS act, CASE WHEN i > 0 THEN events[i - 1] END AS before
RETURN i + 1 AS step, act.date AS date,
       CASE WHEN before IS NOT NULL THEN duration.inDays(before.earliest, act.earliest).days END AS days,
       CASE WHEN before IS NOT NULL
            THEN before.earliest = before.latest AND act.earliest = act.latest END AS exact,
       act.type AS kind, act.subtype AS subtype, agents, act.factuality AS factuality, act.name AS event,
       act.id AS eventId, target.name AS name, target.id AS id
ORDER BY name, id, step
