// Perpetrators and their targets
//
// Who did it to whom, and how often?
// Counts distinct violations in which a report names the two together. `collective` are those of them that several
// joined in, without a word on who did it to whom. Unnamed people and groups are left out, unnamed agencies are not.
// `first` and `last` as in recurring-targets. Pairs of one event are listed too: raise `minEvents` for the recurring.
//
// :param minEvents => 1
// :param minConfidence => 0.5
// :param factuality => ['reported', 'alleged']
// :param press => true
// :param from => date(null)
// :param to => date(null)
// :param limit => 50

MATCH (agent:Entity)-[act:KILLED|ASSAULTED|ABDUCTED|THREATENED|HARASSED|DETAINED|INTERROGATED|PROSECUTED|CONVICTED
                   |SEARCHED|SEIZED_FROM|DAMAGED_PROPERTY_OF|OBSTRUCTED|CENSORED|EXPELLED|SUED|SURVEILLED|HACKED]->(victim:Entity)
WHERE (agent.named OR agent:Agency) AND (victim.named OR victim:Agency)
  AND act.confidence >= $minConfidence AND act.factuality IN $factuality
  AND (act.press OR NOT $press)
  AND ($from IS NULL OR act.latest >= $from)
  AND ($to IS NULL OR act.earliest <= $to)
WITH agent, victim, act.type AS type, count(DISTINCT act.event) AS n,
     count(DISTINCT CASE WHEN act.collective THEN act.event END) AS joined,
     min(act.earliest) AS first, max(act.earliest) AS last
ORDER BY agent.id, victim.id, type
WITH agent, victim, sum(n) AS events, collect(type) AS types, sum(joined) AS collective, min(first) AS first,
     max(last) AS last
WHERE events >= $minEvents
RETURN agent.name AS perpetrator, victim.name AS target, events, types, collective, first, last,
       agent.id AS perpetratorId, victim.id AS targetId
ORDER BY events DESC, perpetrator, target, perpetratorId, targetId
LIMIT $limit
