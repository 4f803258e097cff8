// Evidence for what concerns somebody, drawn
//
// Who says so, in which report?
// Draws the events that a person, body or place takes part in, their quotes, the documents that these stand in, and the
// speakers where they are not the publishers. Denials and calls are drawn too, with their own factuality.
//
// :param name => ''
// :param minConfidence => 0.5
// :param factuality => ['reported', 'alleged', 'denied', 'demanded', 'planned', 'attempted', 'hypothetical']
// :param limit => 100

MATCH (entity:Entity)
WHERE toLower(entity.name) = toLower($name) OR any(called IN entity.names WHERE toLower(called) = toLower($name))
MATCH path = (entity)<-[:PERPETRATOR|AGENT|TARGET|AT]-(act:Event)-[:EVIDENCE]->(quote:Evidence)-[:FROM]->(document:Document)
WHERE quote.confidence >= $minConfidence AND quote.factuality IN $factuality
OPTIONAL MATCH said = (quote)-[:SPEAKER]->(speaker:Entity)
RETURN path, said
ORDER BY act.earliest, act.id, document.id, quote.start, quote.id, speaker.id, entity.id
LIMIT $limit
