// Recurring targets
//
// Who was the target of violations again and again?
// Counts distinct violations (no releases, no laws) of each named target, by the part in the act that the reports give
// it: what is denied, demanded or planned is never counted. `types` are the kinds of violations, `first` and `last` the
// earliest days on which the first and the last may have begun. An undated event counts unless `from` or `to` is given;
// one dated "2020" counts for every day of 2020.
//
// :param minEvents => 2
// :param minConfidence => 0.5
// :param factuality => ['reported', 'alleged']
// :param press => true
// :param from => date(null)
// :param to => date(null)
// :param limit => 50

MATCH (event:Violation)-[part:TARGET]->(target:Entity)
WHERE target.named
  AND part.confidence >= $minConfidence AND part.factuality IN $factuality
  AND (event.press OR NOT $press)
  AND ($from IS NULL OR event.latest >= $from)
  AND ($to IS NULL OR event.earliest <= $to)
WITH target, event.type AS type, count(DISTINCT event) AS n, min(event.earliest) AS first, max(event.earliest) AS last
ORDER BY target.id, type
WITH target, sum(n) AS events, collect(type) AS types, min(first) AS first, max(last) AS last
WHERE events >= $minEvents
WITH target, events, types, first, last, labels(target) AS labels,
     ['Journalist', 'Official', 'Person', 'Outlet', 'Agency', 'Organization', 'Group', 'Place'] AS kinds
RETURN target.name AS name, head([kind IN kinds WHERE kind IN labels]) AS kind, events, types, first, last,
       target.id AS id
ORDER BY events DESC, name, id
LIMIT $limit
