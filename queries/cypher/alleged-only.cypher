// What is only alleged
//
// Which acts, or parts in them, does no report tell as fact?
// Lists the violations that are alleged only, and the certain ones whose agent is only suspected (`suspected`), with the
// surest quote that alleges it and who says so.
//
// :param minConfidence => 0.5
// :param press => true
// :param from => date(null)
// :param to => date(null)
// :param limit => 50

MATCH (event:Violation)
WHERE event.confidence >= $minConfidence
  AND (event.press OR NOT $press)
  AND ($from IS NULL OR event.latest >= $from)
  AND ($to IS NULL OR event.earliest <= $to)
OPTIONAL MATCH (event)-[part:PERPETRATOR]->(:Entity)
WHERE part.factuality = 'alleged'
WITH event, count(part) AS suspicions
WHERE event.factuality = 'alleged' OR suspicions > 0
WITH event
ORDER BY event.earliest, event.latest, event.id
LIMIT $limit
OPTIONAL MATCH (event)-[part:PERPETRATOR]->(agent:Entity)
WHERE part.factuality = 'alleged'
WITH event, agent
ORDER BY event.id, agent.name, agent.id
WITH event, collect(agent.name) AS suspected
OPTIONAL MATCH (event)-[:TARGET]->(target:Entity)
WITH event, suspected, target
ORDER BY event.id, target.name, target.id
WITH event, suspected, collect(target.name) AS targets
OPTIONAL MATCH (event)-[:EVIDENCE]->(quote:Evidence)
WHERE quote.factuality = 'alleged'
OPTIONAL MATCH (quote)-[:SPEAKER]->(speaker:Entity)
WITH event, suspected, targets, quote, speaker
ORDER BY event.id, quote.confidence DESC, quote.id, speaker.name, speaker.id
WITH event, suspected, targets, head(collect(quote.quote)) AS quote, head(collect(speaker.name)) AS speaker
RETURN event.date AS date, event.type AS kind, event.factuality AS factuality, suspected, targets, quote, speaker,
       event.reports AS reports, event.name AS name, event.id AS id
ORDER BY event.earliest, event.latest, id
