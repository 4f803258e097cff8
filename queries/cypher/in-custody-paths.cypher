// Who is in custody, drawn
//
// Who holds whom, with no release known?
// Draws what in-custody lists: the people, the acts that took them into custody, and who did them.
//
// :param day => date(null)
// :param minConfidence => 0.5
// :param factuality => ['reported', 'alleged']
// :param press => true
// :param limit => 50

MATCH (event:Violation)
WHERE (event.type = 'Detention'
       OR event.type = 'Conviction' AND event.penalty =~ '(?i).*(prison|jail|custody|colony|behind bars|arrest).*'
          AND NOT event.penalty =~ '(?i).*(suspend|probation|conditional).*')
  AND (event.press OR NOT $press)
  AND ($day IS NULL OR event.earliest <= $day)
MATCH (event)-[part:TARGET]->(person:Entity)
WHERE person.named
  AND part.confidence >= $minConfidence AND part.factuality IN $factuality
WITH DISTINCT person, event
OPTIONAL MATCH (person)<-[:TARGET]-(end:Event)
WHERE end.type IN ['Release', 'Killing', 'Expulsion']
  AND (end.latest IS NULL OR event.earliest IS NULL OR end.latest >= event.earliest)
  AND ($day IS NULL OR end.earliest IS NULL OR end.earliest <= $day)
WITH person, event, count(end) AS ends
WHERE ends = 0
MATCH path = (person)<-[:TARGET]-(event)
OPTIONAL MATCH by = (event)-[deed:PERPETRATOR]->(agent:Entity)
WHERE deed.confidence >= $minConfidence AND deed.factuality IN $factuality
RETURN path, by
ORDER BY event.earliest, event.id, person.id, agent.id
LIMIT $limit
