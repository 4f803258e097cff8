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
WITH actor, collect([place.id, place.name, event.id]) AS acts
MATCH (actor)-[:PART_OF*0..4]->(agency:Agency)
UNWIND acts AS act
WITH agency, count(DISTINCT act[0]) AS places, count(DISTINCT act[2]) AS events, collect(DISTINCT act[1]) AS listed
WHERE places >= $minPlaces
WITH agency, places, events, listed
ORDER BY places DESC, events DESC, agency.name, agency.id
LIMIT $limit
UNWIND listed AS name
WITH agency, places, events, name
ORDER BY agency.id, name
WITH agency, places, events, collect(name) AS names
RETURN agency.name AS name, places, events, names, agency.id AS id
ORDER BY places DESC, events DESC, name, id
