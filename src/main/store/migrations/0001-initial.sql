-- Directory, tokens, settings, changes. Times are epoch milliseconds. `ref` is internal, never reused, never leaves the store.

CREATE TABLE resources (
  ref              INTEGER PRIMARY KEY AUTOINCREMENT,
  id               TEXT    NOT NULL UNIQUE,
  type             TEXT    NOT NULL,
  version          INTEGER NOT NULL,
  created_at       INTEGER NOT NULL,
  modified_at      INTEGER NOT NULL,
  active           INTEGER,           -- 1, 0, or NULL when the type has no such attribute
  user_name_key    TEXT,              -- Unicode-folded (NFKC), because SQLite folds ASCII only
  external_id      TEXT,              -- exact
  display_name_key TEXT,              -- folded
  manager_id       TEXT,
  name             TEXT    NOT NULL,  -- what people call it: displayName, userName or id
  document         TEXT    NOT NULL   -- JSON without id, meta, schemas, computed attributes and members
) STRICT;
CREATE UNIQUE INDEX resources_user_name ON resources (user_name_key, type) WHERE user_name_key IS NOT NULL;
CREATE INDEX resources_external_id  ON resources (external_id, type) WHERE external_id IS NOT NULL;
CREATE INDEX resources_display_name ON resources (type, display_name_key, ref);
CREATE INDEX resources_manager      ON resources (manager_id) WHERE manager_id IS NOT NULL;
CREATE INDEX resources_type         ON resources (type, ref);

-- One row per element of the multi-valued attributes that clients look up (emails.value, phoneNumbers.value …).
CREATE TABLE elements (
  attribute TEXT    NOT NULL,         -- 'emails.value'
  key       TEXT    NOT NULL,         -- folded unless the attribute is caseExact
  ref       INTEGER NOT NULL REFERENCES resources (ref) ON DELETE CASCADE,
  PRIMARY KEY (attribute, key, ref)
) STRICT, WITHOUT ROWID;

CREATE TABLE members (
  group_ref  INTEGER NOT NULL REFERENCES resources (ref),
  member_ref INTEGER NOT NULL REFERENCES resources (ref),
  added_at   INTEGER NOT NULL,
  added_by   INTEGER,                 -- exchange
  PRIMARY KEY (group_ref, member_ref)
) STRICT, WITHOUT ROWID;
CREATE INDEX members_member ON members (member_ref, group_ref);

-- Memberships that ended; with `members` it answers "who was in it at that moment".
CREATE TABLE former_members (
  group_ref  INTEGER NOT NULL,
  member_ref INTEGER NOT NULL,
  added_at   INTEGER NOT NULL,
  added_by   INTEGER,
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
  name       TEXT    NOT NULL,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER NOT NULL,
  deleted_by INTEGER,
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
CREATE INDEX changes_resource ON changes (resource_ref, id);
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
