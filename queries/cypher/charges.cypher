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
OPTIONAL MATCH (event)-[deed:PERPETRATOR]->(agent:Entity)
WHERE deed.confidence >= $minConfidence AND deed.factuality IN $factuality
WITH toLower(event.charge) AS charge, count(DISTINCT event.id) AS events,
     count(DISTINCT CASE WHEN event.type = 'Conviction' THEN event.id END) AS convictions,
     count(DISTINCT target.id) AS targets, collect(DISTINCT agent.name) AS listed, min(event.earliest) AS first
WHERE events >= $minEvents
WITH charge, events, convictions, targets, listed, first
ORDER BY events DESC, charge
LIMIT $limit
UNWIND CASE WHEN size(listed) = 0 THEN [null] ELSE listed END AS name
WITH charge, events, convictions, targets, first, name
ORDER BY charge, name
WITH charge, events, convictions, targets, first, collect(name) AS agents
RETURN charge, events, convictions, targets, agents, first
ORDER BY events DESC, charge
