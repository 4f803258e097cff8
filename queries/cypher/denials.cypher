// Denials beside the act
//
// Who denies what, and what is told of it?
// Lists each denial of a violation that a report tells, beside the surest quote that tells it.
//
// :param minConfidence => 0.5
// :param press => true
// :param from => date(null)
// :param to => date(null)
// :param limit => 50

MATCH (act:Violation)-[:EVIDENCE]->(refusal:Evidence)-[:FROM]->(document:Document)
WHERE refusal.factuality = 'denied' AND refusal.confidence >= $minConfidence
  AND (act.press OR NOT $press)
  AND ($from IS NULL OR act.latest >= $from)
  AND ($to IS NULL OR act.earliest <= $to)
OPTIONAL MATCH (refusal)-[:SPEAKER]->(speaker:Entity)
WITH act, refusal, document, speaker
ORDER BY refusal.id, speaker.name, speaker.id
WITH act, refusal, document, head(collect(speaker.name)) AS speaker
OPTIONAL MATCH (act)-[:EVIDENCE]->(quote:Evidence)
WHERE quote.factuality IN ['reported', 'alleged']
WITH act, refusal, document, speaker, quote
ORDER BY refusal.id, quote.confidence DESC, quote.id
WITH act, refusal, document, speaker, head(collect(quote.quote)) AS told
OPTIONAL MATCH (act)-[:PERPETRATOR]->(agent:Entity)
WITH act, refusal, document, speaker, told, agent
ORDER BY refusal.id, agent.name, agent.id
WITH act, refusal, document, speaker, told, collect(agent.name) AS agents
RETURN act.date AS date, act.name AS event, agents, told, refusal.quote AS denial, speaker AS deniedBy,
       document.publisher AS publisher, document.published AS published, document.url AS url, act.id AS eventId,
       refusal.id AS denialId
ORDER BY act.earliest, eventId, published, document.id, refusal.start, denialId
LIMIT $limit
