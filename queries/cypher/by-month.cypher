// Violations by month
//
// How many violations began in which month?
// Counts distinct violations whose date tells the month, and their distinct targets. Months without any are not listed.
//
// :param minConfidence => 0.5
// :param factuality => ['reported', 'alleged']
// :param press => true
// :param from => date(null)
// :param to => date(null)
// :param limit => 600

MATCH (event:Violation)-[part:TARGET]->(target:Entity)
WHERE part.confidence >= $minConfidence AND part.factuality IN $factuality
  AND (event.press OR NOT $press)
  AND ($from IS NULL OR event.latest >= $from)
  AND ($to IS NULL OR event.earliest <= $to)
  AND event.earliest.year = event.latest.year AND event.earliest.month = event.latest.month
WITH event.earliest.year AS year, event.earliest.month AS month, count(DISTINCT event.id) AS events,
     count(DISTINCT target.id) AS targets, collect(DISTINCT event.type) AS happened
UNWIND happened AS type
WITH year, month, events, targets, type
ORDER BY year, month, type
RETURN year, month, events, targets, collect(type) AS types
ORDER BY year, month
LIMIT $limit
