// Recurring perpetrators
//
// Who did it, again and again, and to how many?
// Counts distinct violations by the agent that the reports give them. The word is a role in the act as told, no verdict
// of guilt: where the act is certain and its agent only suspected, the part is `alleged`. Courts that acquit, officers
// who release and parliaments that pass laws are not counted: their events are no violations. Unnamed people are left
// out ("unknown men" of two reports need not be the same), unnamed agencies are not: the police of a town are one body.
// With `rollUp` an act counts for every body above the one that acted too: for the police of the country and of the town.
// `targets` are the distinct targets of the counted events, `first` and `last` as in recurring-targets.
//
// :param minEvents => 2
// :param rollUp => false
// :param minConfidence => 0.5
// :param factuality => ['reported', 'alleged']
// :param press => true
// :param from => date(null)
// :param to => date(null)
// :param limit => 50

MATCH (event:Violation)-[part:PERPETRATOR]->(actor:Entity)
WHERE (actor.named OR actor:Agency)
  AND part.confidence >= $minConfidence AND part.factuality IN $factuality
  AND (event.press OR NOT $press)
  AND ($from IS NULL OR event.latest >= $from)
  AND ($to IS NULL OR event.earliest <= $to)
WITH actor, collect(event) AS acts
MATCH (actor)-[:PART_OF*0..4]->(perpetrator:Entity)
WHERE $rollUp OR perpetrator.id = actor.id
UNWIND acts AS event
OPTIONAL MATCH (event)-[to:TARGET]->(target:Entity)
WHERE to.confidence >= $minConfidence AND to.factuality IN $factuality
WITH perpetrator, count(DISTINCT event.id) AS events, count(DISTINCT target.id) AS targets,
     collect(DISTINCT event.type) AS happened, min(event.earliest) AS first, max(event.earliest) AS last
WHERE events >= $minEvents
WITH perpetrator, events, targets, happened, first, last
ORDER BY events DESC, perpetrator.name, perpetrator.id
LIMIT $limit
UNWIND happened AS type
WITH perpetrator, events, targets, first, last, type
ORDER BY perpetrator.id, type
WITH perpetrator, events, targets, first, last, collect(type) AS types, labels(perpetrator) AS labels,
     ['Journalist', 'Official', 'Person', 'Outlet', 'Agency', 'Organization', 'Group', 'Place'] AS kinds
RETURN perpetrator.name AS name, head([kind IN kinds WHERE kind IN labels]) AS kind, events, targets, types, first, last,
       perpetrator.id AS id
ORDER BY events DESC, name, id
LIMIT $limit
