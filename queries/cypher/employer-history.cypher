// Employer history
//
// For whom did somebody work, as what, and until when do reports say so?
// Lists the employers of those who bear the name (in any case). `current` is what the latest report says; `first` and
// `last` are the days on which reports that say so were published, not those of the employment.
//
// :param name => ''
// :param minConfidence => 0.5
// :param factuality => ['reported', 'alleged']

MATCH (person:Entity)
WHERE toLower(person.name) = toLower($name) OR any(called IN person.names WHERE toLower(called) = toLower($name))
MATCH (person)-[work:WORKS_FOR]->(employer:Entity)
WHERE work.confidence >= $minConfidence AND work.factuality IN $factuality
OPTIONAL MATCH (quote:Evidence)-[:FROM]->(document:Document)
WHERE quote.id IN work.evidence
WITH person, work, employer, quote, document
ORDER BY work.id, document.published, document.id, quote.start, quote.id
WITH person, work, employer, count(DISTINCT document) AS reports, min(document.published) AS first,
     max(document.published) AS last, head(collect(quote.quote)) AS quote
RETURN employer.name AS employer, work.position AS position, coalesce(work.current, true) AS current, first, last,
       reports, quote, person.name AS name, employer.id AS employerId, person.id AS id
ORDER BY name, id, first, employer, position, employerId, work.id
