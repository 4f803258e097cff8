// Violations by month of the year
//
// In which months of the year do violations begin, all years together?
// Counts distinct violations whose date tells the month, the years in which there were any, and the distinct targets.
// `season` is that of the meteorologists on the northern half of the earth.
//
// :param minConfidence => 0.5
// :param factuality => ['reported', 'alleged']
// :param press => true
// :param from => date(null)
// :param to => date(null)

MATCH (event:Violation)-[part:TARGET]->(target:Entity)
WHERE part.confidence >= $minConfidence AND part.factuality IN $factuality
  AND (event.press OR NOT $press)
  AND ($from IS NULL OR event.latest >= $from)
  AND ($to IS NULL OR event.earliest <= $to)
  AND event.earliest.year = event.latest.year AND event.earliest.month = event.latest.month
WITH event.earliest.month AS month, event.earliest.year AS year, event.id AS id, target.id AS targetId
RETURN month,
       CASE WHEN month IN [12, 1, 2] THEN 'winter' WHEN month <= 5 THEN 'spring' WHEN month <= 8 THEN 'summer'
            ELSE 'autumn' END AS season,
       count(DISTINCT id) AS events, count(DISTINCT targetId) AS targets, count(DISTINCT year) AS years
ORDER BY month
