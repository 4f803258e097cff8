// Denials beside the act, drawn
//
// Who denies what?
// Draws each violation that somebody denies, with its agents, the denial, its speaker and its document.
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
MATCH path = (act)-[:EVIDENCE]->(refusal)-[:FROM]->(document)
OPTIONAL MATCH said = (refusal)-[:SPEAKER]->(speaker:Entity)
OPTIONAL MATCH by = (act)-[:PERPETRATOR]->(agent:Entity)
RETURN path, said, by
ORDER BY act.earliest, act.id, refusal.id, speaker.id, agent.id
LIMIT $limit
