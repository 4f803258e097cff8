// Cases, drawn
//
// From detention to charge, conviction and release, who was led through which steps?
// Draws the chains that cases lists, with their targets.
//
// :param minConfidence => 0.5
// :param factuality => ['reported', 'alleged']
// :param press => true
// :param from => date(null)
// :param to => date(null)
// :param limit => 20

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
MATCH who = (target)<-[:TARGET]-(first)
RETURN who, path
ORDER BY target.name, target.id, first.earliest, first.id, last.id, length(path), [step IN nodes(path) | step.id][1]
LIMIT $limit
