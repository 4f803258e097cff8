-- The store: what documents say (never rewritten by resolution), what people decided, and what follows from both.
-- Written by graphbuild/store.py; `PRAGMA user_version` there must grow with any change here.

-- What was read.
CREATE TABLE sources (
    sha256 TEXT PRIMARY KEY,
    data BLOB NOT NULL                 -- the original bytes of a file, or of one line of a JSONL file
);
CREATE TABLE documents (
    id TEXT PRIMARY KEY,
    text TEXT NOT NULL,
    sha256 TEXT NOT NULL,              -- of the text
    url TEXT,
    publisher TEXT,
    title TEXT,
    published TEXT,                    -- ISO date
    parent TEXT,                       -- the listing page that it was cut from
    source_path TEXT,
    source_sha256 TEXT
);
CREATE INDEX documents_source ON documents (source_sha256);

-- What documents say.
CREATE TABLE referents (
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,         -- the order within the document, here and below
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    aliases TEXT NOT NULL,             -- JSON array
    named INTEGER NOT NULL,
    country TEXT,
    function TEXT,
    jurisdiction TEXT,                 -- id of a place referent
    geonames INTEGER
);
CREATE INDEX referents_document ON referents (document, position);
CREATE TABLE mentions (
    referent TEXT NOT NULL REFERENCES referents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,            -- code points into documents.text; "end" is exclusive
    "end" INTEGER NOT NULL,
    PRIMARY KEY (referent, position)
) WITHOUT ROWID;
CREATE TABLE event_claims (
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    type TEXT NOT NULL,
    factuality TEXT NOT NULL,
    quote TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    trigger_start INTEGER,
    trigger_end INTEGER,
    confidence REAL NOT NULL,
    subtype TEXT,
    things TEXT NOT NULL,              -- JSON array
    edtf TEXT,
    earliest TEXT,
    latest TEXT,
    place TEXT,
    collective INTEGER NOT NULL,
    speaker TEXT,
    quoted INTEGER NOT NULL,
    press INTEGER NOT NULL,
    charge TEXT,
    penalty TEXT,
    about TEXT                         -- of a claim that asserts nothing: the claim that it speaks about
);
CREATE INDEX event_claims_document ON event_claims (document, position);
CREATE TABLE participants (
    claim TEXT NOT NULL REFERENCES event_claims (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    role TEXT NOT NULL,
    referent TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    named_by_start INTEGER,
    named_by_end INTEGER,
    factuality TEXT NOT NULL,
    PRIMARY KEY (claim, position)
) WITHOUT ROWID;
CREATE TABLE relation_claims (
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    subject TEXT NOT NULL,
    predicate TEXT NOT NULL,
    object TEXT NOT NULL,
    quote TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    trigger_start INTEGER,
    trigger_end INTEGER,
    confidence REAL NOT NULL,
    job TEXT,                          -- RelationClaim.position
    current INTEGER NOT NULL,
    factuality TEXT NOT NULL,
    speaker TEXT
);
CREATE INDEX relation_claims_document ON relation_claims (document, position);

-- What was decided: by a person, never rewritten; by a rule ("rule:…"), rewritten by every resolution.
CREATE TABLE judgements (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,                -- same, different, right, wrong
    "left" TEXT NOT NULL,              -- id of a referent or an event claim
    "right" TEXT,                      -- none where a claim is judged by itself
    decided_by TEXT NOT NULL,
    decided_at TEXT,
    undone INTEGER NOT NULL DEFAULT 0
);

-- What follows: rewritten by every resolution.
CREATE TABLE entities (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    names TEXT NOT NULL,               -- JSON array
    named INTEGER NOT NULL,
    country TEXT,
    function TEXT,
    geonames INTEGER,
    latitude REAL,
    longitude REAL,
    part_of TEXT                       -- derived: the agency one level up
);
CREATE TABLE members (
    id TEXT PRIMARY KEY,               -- a referent's id, or the derived id of a function in a jurisdiction
    entity TEXT NOT NULL,
    position INTEGER                   -- none for a derived id
);
CREATE INDEX members_entity ON members (entity, position);
CREATE TABLE events (
    id TEXT PRIMARY KEY,
    type TEXT NOT NULL
);
CREATE TABLE event_members (
    claim TEXT PRIMARY KEY,
    event TEXT NOT NULL,
    position INTEGER NOT NULL,
    about INTEGER NOT NULL             -- 1 for a claim that only speaks about the event
);
CREATE INDEX event_members_event ON event_members (event, position);
CREATE TABLE state (
    resolved INTEGER NOT NULL          -- 0 once documents or judgements changed after the last resolution
);
INSERT INTO state VALUES (1);

-- What was run and when: outside the promise of equal bytes.
CREATE TABLE runs (
    number INTEGER PRIMARY KEY,
    command TEXT NOT NULL,
    at TEXT,
    documents INTEGER NOT NULL
);
