// New laws
//
// Which laws were adopted or proposed that bear on the press, and by whom?
// Lists the events of type Legislation.
//
// :param minConfidence => 0.5
// :param factuality => ['reported', 'alleged']
// :param press => true
// :param from => date(null)
// :param to => date(null)
// :param limit => 50

MATCH (event:Legislation)
WHERE event.confidence >= $minConfidence AND event.factuality IN $factuality
  AND (event.press OR NOT $press)
  AND ($from IS NULL OR event.latest >= $from)
  AND ($to IS NULL OR event.earliest <= $to)
OPTIONAL MATCH (event)-[:AGENT]->(agent:Entity)
WITH event, agent
ORDER BY event.id, agent.name, agent.id
WITH event, collect(agent.name) AS agents
OPTIONAL MATCH (event)-[:EVIDENCE]->(quote:Evidence)
WHERE quote.factuality IN $factuality
WITH event, agents, quote
ORDER BY event.id, quote.confidence DESC, quote.id
WITH event, agents, head(collect(quote.quote)) AS quote
RETURN event.date AS date, event.name AS name, event.subtype AS subtype, agents, quote, event.reports AS reports,
       event.id AS id
ORDER BY event.earliest, event.latest, id
LIMIT $limit
