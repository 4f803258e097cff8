// Who speaks for whom
//
// Who speaks or acts for whom?
// Lists lawyers, spokespeople and others whom the reports call somebody's representative, with the number of quotes that
// they are the speakers of. What somebody says need not be said for the one they represent.
//
// :param minConfidence => 0.5
// :param factuality => ['reported', 'alleged']
// :param limit => 100

MATCH (speaker:Entity)-[tie:REPRESENTS]->(represented:Entity)
WHERE tie.confidence >= $minConfidence AND tie.factuality IN $factuality
OPTIONAL MATCH (speaker)<-[:SPEAKER]-(quote:Evidence)
WITH speaker, tie, represented, count(DISTINCT quote) AS quotes
RETURN speaker.name AS name, represented.name AS represents, tie.position AS position,
       coalesce(tie.current, true) AS current, quotes, tie.confidence AS confidence, speaker.id AS id,
       represented.id AS representedId
ORDER BY quotes DESC, name, represents, id, representedId, position
LIMIT $limit
