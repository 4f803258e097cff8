// Laws and charges used against the press
//
// What are those prosecuted, detained and convicted charged with?
// Counts by charge, as the reports word it, the distinct events and targets, how many of the events are convictions, and
// lists the bodies that brought it. New laws themselves are events of type Legislation: legislation lists them.
//
// :param minEvents => 1
// :param minConfidence => 0.5
// :param factuality => ['reported', 'alleged']
// :param press => true
// :param from => date(null)
// :param to => date(null)
// :param limit => 50

MATCH (event:Violation)-[part:TARGET]->(target:Entity)
WHERE event.charge IS NOT NULL
  AND part.confidence >= $minConfidence AND part.factuality IN $factuality
  AND (event.press OR NOT $press)
  AND ($from IS NULL OR event.latest >= $from)
  AND ($to IS NULL OR event.earliest <= $to)
WITH toLower(event.charge) AS charge, event, count(DISTINCT target) AS n, collect(DISTINCT target.id) AS ids
OPTIONAL MATCH (event)-[deed:PERPETRATOR]->(agent:Entity)
WHERE deed.confidence >= $minConfidence AND deed.factuality IN $factuality
WITH charge, event, ids, agent
ORDER BY charge, agent.name, agent.id
WITH charge, collect(DISTINCT agent.name) AS agents, collect(DISTINCT event) AS events, collect(ids) AS lists
WITH charge, agents, events, reduce(all = [], list IN lists | all + [id IN list WHERE NOT id IN all]) AS targets
WHERE size(events) >= $minEvents
RETURN charge, size(events) AS events, size([e IN events WHERE e.type = 'Conviction']) AS convictions,
       size(targets) AS targets, agents,
       reduce(day = null, e IN events | CASE WHEN day IS NULL OR e.earliest < day THEN e.earliest ELSE day END) AS first
ORDER BY events DESC, charge
LIMIT $limit
