-- The request log. Times are epoch milliseconds. Rows are dense, so that a filter can read all of them; what is long lies in
-- `texts`, what is searched in `words`.

CREATE TABLE exchanges (
  id             INTEGER PRIMARY KEY,
  started_at     INTEGER NOT NULL,
  duration_ms    REAL,
  ending         TEXT    NOT NULL,
  outcome        TEXT    NOT NULL,   -- the word beside the dot, from ending and status
  origin         TEXT    NOT NULL,
  method         TEXT    NOT NULL,
  target         TEXT    NOT NULL,
  target_key     TEXT,               -- folded, only where SQLite's ASCII lower() is not enough
  status         INTEGER,
  token_id       TEXT,
  token_name     TEXT,
  token_key      TEXT    NOT NULL,   -- folded token_name, '' for none
  kind           TEXT    NOT NULL,   -- of the story
  story          TEXT    NOT NULL,   -- JSON of shared/exchange Story
  resource_type  TEXT,
  resource_id    TEXT,
  resource_name  TEXT,
  users_key      TEXT    NOT NULL,   -- folded ids and names of the users it is about, one a line
  groups_key     TEXT    NOT NULL,
  has_change     INTEGER NOT NULL,
  cycle          INTEGER,
  is_pinned      INTEGER NOT NULL DEFAULT 0,
  is_simulated   INTEGER NOT NULL,
  replay_of      INTEGER,
  request_bytes  INTEGER NOT NULL,
  response_bytes INTEGER NOT NULL
) STRICT;
CREATE INDEX exchanges_pinned ON exchanges (id) WHERE is_pinned = 1;
CREATE INDEX exchanges_open   ON exchanges (id) WHERE ending = 'open';
CREATE INDEX exchanges_failed ON exchanges (id) WHERE outcome IN ('failed', 'refused');

CREATE TABLE texts (
  id               INTEGER PRIMARY KEY REFERENCES exchanges (id) ON DELETE CASCADE,
  request_headers  TEXT NOT NULL,    -- JSON of Header[]
  request_body     TEXT,
  response_headers TEXT NOT NULL,
  response_body    TEXT,
  remote_address   TEXT,
  user_agent       TEXT,
  tolerances       TEXT NOT NULL,    -- JSON of ToleranceUse[]
  note             TEXT
) STRICT;

-- Each word of everything recorded once, folded, one a line. Bare words of the filter bar are looked for here by a plain scan.
-- Measured against FTS5 with the trigram tokenizer: see search.ts.
CREATE TABLE words (
  id    INTEGER PRIMARY KEY REFERENCES exchanges (id) ON DELETE CASCADE,
  words TEXT NOT NULL
) STRICT;

CREATE TABLE cycles (
  cycle      INTEGER PRIMARY KEY,
  from_at    INTEGER NOT NULL,
  to_at      INTEGER NOT NULL,
  requests   INTEGER NOT NULL,
  created    INTEGER NOT NULL,
  updated    INTEGER NOT NULL,
  disabled   INTEGER NOT NULL,
  deleted    INTEGER NOT NULL,
  lookups    INTEGER NOT NULL,
  errors     INTEGER NOT NULL
) STRICT;

-- 'last-id': the highest number ever given. 'cleared-to': a clearing that may still be undone or is not finished.
CREATE TABLE marks (
  name  TEXT    PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
