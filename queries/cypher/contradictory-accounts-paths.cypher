// Contradictory accounts, drawn
//
// Which reports name which perpetrators of the same act?
// Draws the violations that contradictory-accounts lists, with all agents, quotes and documents.
//
// :param minConfidence => 0.5
// :param factuality => ['reported', 'alleged']
// :param press => true
// :param from => date(null)
// :param to => date(null)
// :param limit => 50

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
MATCH by = (act)-[part:PERPETRATOR]->(agent:Entity)
WHERE part.confidence >= $minConfidence AND part.factuality IN $factuality
MATCH path = (act)-[:EVIDENCE]->(quote:Evidence)-[:FROM]->(document:Document)
WHERE quote.id IN part.evidence
RETURN by, path
ORDER BY act.earliest, act.id, agent.id, quote.id
LIMIT $limit
