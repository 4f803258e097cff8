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
WITH actor, collect(DISTINCT event) AS acts
MATCH (actor)-[:PART_OF*0..4]->(perpetrator:Entity)
WHERE $rollUp OR perpetrator.id = actor.id
UNWIND acts AS event
WITH DISTINCT perpetrator, event
OPTIONAL MATCH (event)-[to:TARGET]->(target:Entity)
WHERE to.confidence >= $minConfidence AND to.factuality IN $factuality
WITH perpetrator, event.type AS type, count(DISTINCT event) AS n, collect(DISTINCT target.id) AS ids,
     min(event.earliest) AS first, max(event.earliest) AS last
ORDER BY perpetrator.id, type
WITH perpetrator, sum(n) AS events, collect(type) AS types, collect(ids) AS lists, min(first) AS first,
     max(last) AS last
WHERE events >= $minEvents
WITH perpetrator, events, types, first, last, labels(perpetrator) AS labels,
     reduce(all = [], list IN lists | all + [id IN list WHERE NOT id IN all]) AS targets,
     ['Journalist', 'Official', 'Person', 'Outlet', 'Agency', 'Organization', 'Group', 'Place'] AS kinds
RETURN perpetrator.name AS name, head([kind IN kinds WHERE kind IN labels]) AS kind, events, size(targets) AS targets,
       types, first, last, perpetrator.id AS id
ORDER BY events DESC, name, id
LIMIT $limit
