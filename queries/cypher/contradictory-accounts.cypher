// Contradictory accounts
//
// Of which acts do reports name different perpetrators?
// Lists the violations for which one report names agents of whom another one that names any names none, a line for each
// report, with its quote. A line may be a finer account rather than another one (a ministry, its police): read both. What
// is denied is in denials.
//
// :param minConfidence => 0.5
// :param factuality => ['reported', 'alleged']
// :param press => true
// :param from => date(null)
// :param to => date(null)
// :param limit => 100

MATCH (act:Violation)-[part:PERPETRATOR]->(agent:Entity)
WHERE act.reports > 1
  AND part.confidence >= $minConfidence AND part.factuality IN $factuality
  AND (act.press OR NOT $press)
  AND ($from IS NULL OR act.latest >= $from)
  AND ($to IS NULL OR act.earliest <= $to)
MATCH (act)-[:EVIDENCE]->(quote:Evidence)-[:FROM]->(document:Document)
WHERE quote.id IN part.evidence
WITH act, document, agent
ORDER BY act.id, document.id, agent.id
WITH act, document, collect(DISTINCT agent.id) AS agents
WITH act, collect(agents) AS accounts
WHERE any(one IN accounts WHERE any(other IN accounts WHERE none(id IN one WHERE id IN other)))
MATCH (act)-[part:PERPETRATOR]->(agent:Entity)
WHERE part.confidence >= $minConfidence AND part.factuality IN $factuality
MATCH (act)-[:EVIDENCE]->(quote:Evidence)-[:FROM]->(document:Document)
WHERE quote.id IN part.evidence
WITH act, document, agent, quote
ORDER BY act.id, document.id, quote.confidence DESC, quote.id, agent.name, agent.id
WITH act, document, collect(quote.quote) AS quotes, collect(agent.name) AS listed
UNWIND listed AS name
WITH act, document, quotes, name
ORDER BY act.id, document.id, name
WITH act, document, quotes, collect(DISTINCT name) AS agents
RETURN act.date AS date, act.name AS event, agents, document.publisher AS publisher,
       document.published AS published, head(quotes) AS quote, document.url AS url, act.id AS eventId,
       document.id AS documentId
ORDER BY act.earliest, eventId, published, documentId
LIMIT $limit
