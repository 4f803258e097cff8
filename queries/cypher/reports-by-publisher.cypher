// Reports by publisher
//
// Who reports how much?
// Counts by publisher its documents, the distinct violations that they tell of, and how many of its quotes tell them as
// fact and how many as alleged. `from` and `to` bound the day of publication.
//
// :param minConfidence => 0.5
// :param press => true
// :param from => date(null)
// :param to => date(null)
// :param limit => 100

MATCH (document:Document)
WHERE ($from IS NULL OR document.published >= $from)
  AND ($to IS NULL OR document.published <= $to)
OPTIONAL MATCH (document)<-[:FROM]-(quote:Evidence)<-[:EVIDENCE]-(event:Violation)
WHERE quote.confidence >= $minConfidence AND quote.factuality IN ['reported', 'alleged']
  AND (event.press OR NOT $press)
RETURN coalesce(document.publisher, '') AS publisher, count(DISTINCT document.id) AS documents,
       count(DISTINCT event.id) AS events,
       count(DISTINCT CASE WHEN quote.factuality = 'reported' THEN quote.id END) AS reported,
       count(DISTINCT CASE WHEN quote.factuality = 'alleged' THEN quote.id END) AS alleged,
       min(document.published) AS first, max(document.published) AS last
ORDER BY documents DESC, publisher
LIMIT $limit
