// Who is in custody
//
// Who was detained or sentenced to prison by a day, with no release known?
// Lists the named people of whom a detention or a prison sentence is told that began by `day`, and after it no release, no
// death and no expulsion by that day. Without `day`: by everything that the reports tell, undated detentions too. A
// release without a date counts as one, so that nobody is listed who may long be free; still, no news of a release is no
// proof of custody: read the reports. `since` is the first such act, `last` the last one.
//
// :param day => date(null)
// :param minConfidence => 0.5
// :param factuality => ['reported', 'alleged']
// :param press => true
// :param limit => 100

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
OPTIONAL MATCH (event)-[deed:PERPETRATOR]->(agent:Entity)
WHERE deed.confidence >= $minConfidence AND deed.factuality IN $factuality
WITH person, event, agent
ORDER BY person.id, event.earliest, event.latest, event.id, agent.name, agent.id
WITH person, event, collect(agent.name) AS agents
ORDER BY person.id, event.earliest, event.latest, event.id
WITH person, collect(event) AS acts, collect(agents) AS lists
WITH person, acts, acts[0] AS first, acts[size(acts) - 1] AS newest, lists[size(lists) - 1] AS agents
RETURN person.name AS name, first.date AS since, newest.date AS last, newest.type AS kind, newest.subtype AS subtype,
       agents AS heldBy, newest.charge AS charge, newest.penalty AS penalty,
       CASE WHEN first.earliest IS NOT NULL AND $day IS NOT NULL
            THEN duration.inDays(first.earliest, $day).days END AS days,
       newest.name AS event, newest.id AS eventId, person.id AS id
ORDER BY first.earliest, name, id
LIMIT $limit
