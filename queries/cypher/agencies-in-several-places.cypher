// Agencies that act in several places
//
// Which agencies did it in several towns?
// Counts the places of the violations of an agency and of all bodies below it: the police of two towns are one police of
// the country. A whole country is not counted as a place.
//
// :param minPlaces => 2
// :param minConfidence => 0.5
// :param factuality => ['reported', 'alleged']
// :param press => true
// :param from => date(null)
// :param to => date(null)
// :param limit => 50

MATCH (event:Violation)-[part:PERPETRATOR]->(actor:Agency)
WHERE part.confidence >= $minConfidence AND part.factuality IN $factuality
  AND (event.press OR NOT $press)
  AND ($from IS NULL OR event.latest >= $from)
  AND ($to IS NULL OR event.earliest <= $to)
MATCH (event)-[:AT]->(place:Place)
WHERE NOT coalesce(place.wholeCountry, false)
WITH actor, place, collect(DISTINCT event.id) AS ids
MATCH (actor)-[:PART_OF*0..4]->(agency:Agency)
UNWIND ids AS id
WITH agency, place, count(DISTINCT id) AS n
ORDER BY agency.id, place.name, place.id
WITH agency, collect(place.name) AS names, count(DISTINCT place) AS places, sum(n) AS events
WHERE places >= $minPlaces
RETURN agency.name AS agency, places, events, names, agency.id AS id
ORDER BY places DESC, events DESC, agency, id
LIMIT $limit
