// Evidence for what concerns somebody
//
// Who says so? Every quote on the events that a person, body or place takes part in, under one of its names (in any
// case), with its document: the title, the address, the day of publication and the speaker where it is not the
// publisher. A denial or a call stands beside the act that it speaks of, with its own factuality.
//
// :param name => ''
// :param minConfidence => 0.5
// :param factuality => ['reported', 'alleged', 'denied', 'demanded', 'planned', 'attempted', 'hypothetical']

MATCH (entity:Entity)
WHERE toLower(entity.name) = toLower($name) OR any(called IN entity.names WHERE toLower(called) = toLower($name))
MATCH (entity)<-[:PERPETRATOR|AGENT|TARGET|AT]-(act:Event)
WITH DISTINCT act
MATCH (act)-[:EVIDENCE]->(evidence:Evidence)-[:FROM]->(document:Document)
WHERE evidence.confidence >= $minConfidence AND evidence.factuality IN $factuality
OPTIONAL MATCH (evidence)-[:SPEAKER]->(speaker:Entity)
WITH act, evidence, document, speaker
ORDER BY evidence.id, speaker.name, speaker.id
WITH act, evidence, document, head(collect(speaker.name)) AS speaker
RETURN act.date AS date, act.name AS event, evidence.factuality AS factuality, evidence.quote AS quote, speaker,
       document.publisher AS publisher, document.name AS title, document.published AS published, document.url AS url,
       act.id AS eventId, evidence.id AS evidenceId, document.id AS documentId
ORDER BY act.earliest, act.latest, eventId, published, documentId, evidence.start, evidenceId
