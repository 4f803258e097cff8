// Impunity
//
// Which acts have perpetrators of whom no prosecution is known?
// Lists the violations of the given types whose agents are known (named, or agencies) and of whom none was prosecuted or
// convicted, as far as the reports tell, at any time that may lie after the act. Reports of a trial that names an officer
// and not the agency free only the officer. What has no known perpetrator is in unknown-perpetrators.
//
// :param types => ['Assault', 'Killing', 'Abduction']
// :param minConfidence => 0.5
// :param factuality => ['reported', 'alleged']
// :param press => true
// :param from => date(null)
// :param to => date(null)
// :param limit => 50

MATCH (event:Violation)-[part:PERPETRATOR]->(agent:Entity)
WHERE event.type IN $types
  AND (agent.named OR agent:Agency)
  AND part.confidence >= $minConfidence AND part.factuality IN $factuality
  AND (event.press OR NOT $press)
  AND ($from IS NULL OR event.latest >= $from)
  AND ($to IS NULL OR event.earliest <= $to)
WITH DISTINCT event, agent
OPTIONAL MATCH (agent)<-[:TARGET]-(trial:Event)
WHERE trial.type IN ['Prosecution', 'Conviction']
  AND (trial.latest IS NULL OR event.earliest IS NULL OR trial.latest >= event.earliest)
WITH event, count(trial) AS trials
WHERE trials = 0
WITH event
ORDER BY event.earliest, event.latest, event.id
LIMIT $limit
OPTIONAL MATCH (event)-[part:PERPETRATOR]->(agent:Entity)
WHERE (agent.named OR agent:Agency)
  AND part.confidence >= $minConfidence AND part.factuality IN $factuality
WITH event, agent
ORDER BY event.id, agent.name, agent.id
WITH event, collect(agent.name) AS agents
OPTIONAL MATCH (event)-[suffered:TARGET]->(target:Entity)
WHERE suffered.confidence >= $minConfidence AND suffered.factuality IN $factuality
WITH event, agents, target
ORDER BY event.id, target.named DESC, target.name, target.id
WITH event, agents, collect(target.name) AS targets
RETURN event.date AS date, event.type AS kind, agents, targets, event.factuality AS factuality,
       event.reports AS reports, event.name AS name, event.id AS id
ORDER BY event.earliest, event.latest, id
