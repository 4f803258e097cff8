// Cases
//
// From detention to charge, conviction and release, how long did each step take?
// Lists each chain of steps against one target that follow one another within two years (a release after a conviction at
// any time), with the day of each step and the days between the first days on which they may have begun. A step that no
// report dates is in no chain. `from` and `to` bound the first step.
//
// :param minConfidence => 0.5
// :param factuality => ['reported', 'alleged']
// :param press => true
// :param from => date(null)
// :param to => date(null)
// :param limit => 50

MATCH (first:Event)-[:CASE]->(next:Event)
WHERE (first.press OR NOT $press)
  AND ($from IS NULL OR first.latest >= $from)
  AND ($to IS NULL OR first.earliest <= $to)
MATCH (first)-[part:TARGET]->(target:Entity)<-[again:TARGET]-(next)
WHERE target.named
  AND part.confidence >= $minConfidence AND part.factuality IN $factuality
  AND again.confidence >= $minConfidence AND again.factuality IN $factuality
WITH DISTINCT first, target
MATCH (target)<-[part:TARGET]-(event:Event)
WHERE event.type IN ['Detention', 'Prosecution', 'Conviction', 'Release']
  AND part.confidence >= $minConfidence AND part.factuality IN $factuality
WITH first, target, collect(DISTINCT event.id) AS own
OPTIONAL MATCH (first)<-[:CASE]-(before:Event)
WHERE before.id IN own
WITH target, own, first, count(before) AS earlier
WHERE earlier = 0
MATCH path = (first)-[:CASE*1..3]->(last:Event)
WHERE all(step IN nodes(path) WHERE step.id IN own)
OPTIONAL MATCH (last)-[:CASE]->(after:Event)
WHERE after.id IN own
WITH target, path, first, last, count(after) AS later
WHERE later = 0
WITH target, first, last, size(nodes(path)) AS steps,
     head([step IN nodes(path) WHERE step.type = 'Detention']) AS detention,
     head([step IN nodes(path) WHERE step.type = 'Prosecution']) AS prosecution,
     head([step IN nodes(path) WHERE step.type = 'Conviction']) AS conviction,
     head([step IN nodes(path) WHERE step.type = 'Release']) AS release
RETURN target.name AS name, detention.date AS detained, prosecution.date AS charged, conviction.date AS convicted,
       release.date AS released,
       CASE WHEN detention IS NOT NULL AND prosecution IS NOT NULL
            THEN duration.inDays(detention.earliest, prosecution.earliest).days END AS daysToCharge,
       CASE WHEN prosecution IS NOT NULL AND conviction IS NOT NULL
            THEN duration.inDays(prosecution.earliest, conviction.earliest).days END AS daysToConviction,
       CASE WHEN release IS NOT NULL
            THEN duration.inDays(first.earliest, release.earliest).days END AS daysToRelease,
       duration.inDays(first.earliest, last.earliest).days AS days, steps, conviction.charge AS charge,
       conviction.penalty AS penalty, first.id AS firstId, last.id AS lastId, target.id AS id
ORDER BY days DESC, name, id, firstId, lastId, prosecution.id, conviction.id
LIMIT $limit
