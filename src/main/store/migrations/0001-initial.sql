-- Directory, tokens, settings, changes. Times are epoch milliseconds. `ref` is internal, never reused, never leaves the store.

CREATE TABLE resources (
  ref              INTEGER PRIMARY KEY AUTOINCREMENT,
  id               TEXT    NOT NULL UNIQUE,
  type             TEXT    NOT NULL,
  version          INTEGER NOT NULL,
  created_at       INTEGER NOT NULL,
  modified_at      INTEGER NOT NULL,
  active           INTEGER,           -- 1, 0, or NULL when it has no such attribute
  user_name_key    TEXT,              -- Unicode-folded, because SQLite folds ASCII only; NULL unless a User
  external_id      TEXT,              -- exact
  display_name_key TEXT,              -- folded; NULL unless a User or Group
  manager_id       TEXT,
  member_count     INTEGER NOT NULL DEFAULT 0,
  name             TEXT    NOT NULL,  -- what people call it: displayName, userName or id
  document         TEXT    NOT NULL   -- JSON without id, meta, schemas, computed attributes and members
) STRICT;
CREATE UNIQUE INDEX resources_user_name ON resources (user_name_key) WHERE user_name_key IS NOT NULL;
CREATE INDEX resources_external_id  ON resources (external_id) WHERE external_id IS NOT NULL;
CREATE INDEX resources_display_name ON resources (type, display_name_key);
CREATE INDEX resources_manager      ON resources (manager_id) WHERE manager_id IS NOT NULL;
CREATE INDEX resources_type         ON resources (type);

-- How many there are, so that neither a list nor the console counts a million rows. Kept by the store and not by triggers:
-- they make every insert a statement with a journal of its own, which within a savepoint costs more with every row.
CREATE TABLE resource_counts (
  type     TEXT    PRIMARY KEY,
  total    INTEGER NOT NULL,
  disabled INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- One row per value of the multi-valued attributes that clients look up (emails.value). Kept by the store, which knows the
-- values before and after; a foreign key would need another index as large as the table.
CREATE TABLE elements (
  attribute TEXT    NOT NULL,         -- 'emails.value'
  key       TEXT    NOT NULL,         -- folded
  ref       INTEGER NOT NULL,
  PRIMARY KEY (attribute, key, ref)
) STRICT, WITHOUT ROWID;

CREATE TABLE members (
  group_ref  INTEGER NOT NULL REFERENCES resources (ref),
  member_ref INTEGER NOT NULL REFERENCES resources (ref),
  added_at   INTEGER NOT NULL,
  added_by   INTEGER,                 -- exchange
  is_group   INTEGER NOT NULL,        -- the member is a group itself
  PRIMARY KEY (group_ref, member_ref)
) STRICT, WITHOUT ROWID;
CREATE INDEX members_member ON members (member_ref);
CREATE INDEX members_nested ON members (group_ref) WHERE is_group = 1;

-- Memberships that ended; with `members` it answers "who was in it at that moment".
CREATE TABLE former_members (
  group_ref  INTEGER NOT NULL,
  member_ref INTEGER NOT NULL,
  added_at   INTEGER NOT NULL,
  added_by   INTEGER,
  is_group   INTEGER NOT NULL,
  removed_at INTEGER NOT NULL,
  removed_by INTEGER
) STRICT;
CREATE INDEX former_members_group  ON former_members (group_ref, removed_at);
CREATE INDEX former_members_member ON former_members (member_ref, removed_at);

-- Deleted resources stay visible in the console as history; their userName is free again.
CREATE TABLE deleted_resources (
  ref        INTEGER PRIMARY KEY,
  id         TEXT    NOT NULL UNIQUE,
  type       TEXT    NOT NULL,
  version    INTEGER NOT NULL,
  name       TEXT    NOT NULL,
  created_at INTEGER NOT NULL,
  modified_at INTEGER NOT NULL,
  deleted_at INTEGER NOT NULL,
  deleted_by INTEGER,                 -- exchange
  document   TEXT    NOT NULL
) STRICT;

CREATE TABLE changes (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  at           INTEGER NOT NULL,
  exchange_id  INTEGER,
  actor        TEXT    NOT NULL,      -- JSON of shared/change Actor
  verb         TEXT    NOT NULL CHECK (verb IN ('created', 'updated', 'deleted')),
  resource_ref INTEGER NOT NULL,
  attributes   TEXT    NOT NULL,      -- JSON of AttributeChange[]
  members      TEXT                   -- JSON of MembersChange
) STRICT;
CREATE INDEX changes_resource ON changes (resource_ref);
CREATE INDEX changes_exchange ON changes (exchange_id) WHERE exchange_id IS NOT NULL;

CREATE TABLE tokens (
  id                TEXT    PRIMARY KEY,
  name              TEXT    NOT NULL,
  hash              BLOB    NOT NULL UNIQUE,  -- SHA-256 of the secret; the secret itself is nowhere
  last_four         TEXT    NOT NULL,
  created_at        INTEGER NOT NULL,
  expires_at        INTEGER,
  revoked_at        INTEGER,
  rotated_from      TEXT REFERENCES tokens (id),
  last_used_at      INTEGER,
  last_used_address TEXT,
  last_used_agent   TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL                 -- JSON
) STRICT, WITHOUT ROWID;

-- What the planner is told, once and for all: the shape of a large directory. Without it SQLite takes every index for equally
-- selective and walks all users where a look-up by externalId would do; measured statistics would make plans change over time.
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('resources', 'sqlite_autoindex_resources_1', '1000000 1'),
  ('resources', 'resources_user_name',    '1000000 1'),
  ('resources', 'resources_external_id',  '1000000 2'),
  ('resources', 'resources_display_name', '1000000 500000 3'),
  ('resources', 'resources_manager',      '1000000 20'),
  ('resources', 'resources_type',         '1000000 500000'),
  ('elements',  'elements',               '1000000 1000000 2 1'),
  ('members',   'members',                '5000000 100 1'),
  ('members',   'members_member',         '5000000 10 1'),
  ('members',   'members_nested',         '10000 10 1');
ANALYZE sqlite_schema;
