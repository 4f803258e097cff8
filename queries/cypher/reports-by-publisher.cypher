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
WITH coalesce(document.publisher, '') AS publisher, collect(document) AS documents
UNWIND documents AS document
OPTIONAL MATCH (document)<-[:FROM]-(quote:Evidence)<-[:EVIDENCE]-(event:Violation)
WHERE quote.confidence >= $minConfidence AND quote.factuality IN ['reported', 'alleged']
  AND (event.press OR NOT $press)
WITH publisher, document, event, quote
ORDER BY publisher, event.id
WITH publisher, count(DISTINCT document) AS documents, min(document.published) AS first,
     max(document.published) AS last, collect(DISTINCT event.id) AS events,
     count(DISTINCT CASE WHEN quote.factuality = 'reported' THEN quote.id END) AS reported,
     count(DISTINCT CASE WHEN quote.factuality = 'alleged' THEN quote.id END) AS alleged
WITH collect({publisher: publisher, documents: documents, first: first, last: last, events: events,
              reported: reported, alleged: alleged}) AS rows
UNWIND rows AS row
RETURN row.publisher AS publisher, row.documents AS documents, size(row.events) AS events, row.reported AS reported,
       row.alleged AS alleged, row.first AS first, row.last AS last
ORDER BY documents DESC, publisher
LIMIT $limit
