// Perpetrators and their targets, drawn
//
// Who did it to whom, as arrows from one to the other?
// Draws an arrow for each violation in which a report names the two together, as perpetrator-target-pairs counts them.
// `limit` is the number of pairs, those with most violations first.
//
// :param minEvents => 2
// :param paths => 500
// :param minConfidence => 0.5
// :param factuality => ['reported', 'alleged']
// :param press => true
// :param from => date(null)
// :param to => date(null)
// :param limit => 20

MATCH (agent:Entity)-[act:KILLED|ASSAULTED|ABDUCTED|THREATENED|HARASSED|DETAINED|INTERROGATED|PROSECUTED|CONVICTED
                   |SEARCHED|SEIZED_FROM|DAMAGED_PROPERTY_OF|OBSTRUCTED|CENSORED|EXPELLED|SUED|SURVEILLED|HACKED]->(victim:Entity)
WHERE (agent.named OR agent:Agency) AND (victim.named OR victim:Agency)
  AND act.confidence >= $minConfidence AND act.factuality IN $factuality
  AND (act.press OR NOT $press)
  AND ($from IS NULL OR act.latest >= $from)
  AND ($to IS NULL OR act.earliest <= $to)
WITH agent, victim, count(DISTINCT act.event) AS events
WHERE events >= $minEvents
WITH agent, victim, events
ORDER BY events DESC, agent.name, victim.name, agent.id, victim.id
LIMIT $limit
MATCH path = (agent)-[act:KILLED|ASSAULTED|ABDUCTED|THREATENED|HARASSED|DETAINED|INTERROGATED|PROSECUTED|CONVICTED
                   |SEARCHED|SEIZED_FROM|DAMAGED_PROPERTY_OF|OBSTRUCTED|CENSORED|EXPELLED|SUED|SURVEILLED|HACKED]->(victim)
WHERE act.confidence >= $minConfidence AND act.factuality IN $factuality
  AND (act.press OR NOT $press)
  AND ($from IS NULL OR act.latest >= $from)
  AND ($to IS NULL OR act.earliest <= $to)
RETURN path
ORDER BY events DESC, agent.name, victim.name, agent.id, victim.id, act.id
LIMIT $paths
