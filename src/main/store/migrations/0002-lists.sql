-- What the console's lists of a million users are read from: each order in an index, states in the same index, so that no page
-- sorts or reads documents that it does not show.

DROP INDEX resources_display_name;
CREATE INDEX resources_display_name ON resources (type, display_name_key, user_name_key, active);
CREATE INDEX resources_modified     ON resources (type, modified_at, active);

-- In how many groups each user is, directly. Apart from `resources`, whose rows are wide: joining a group must not rewrite them.
CREATE TABLE group_counts (
  ref   INTEGER PRIMARY KEY,
  count INTEGER NOT NULL
) STRICT;
INSERT INTO group_counts (ref, count)
SELECT r.ref, (SELECT count(*) FROM members m WHERE m.member_ref = r.ref) FROM resources r WHERE r.type = 'User';
CREATE INDEX group_counts_count ON group_counts (count);

DELETE FROM sqlite_stat1 WHERE idx = 'resources_display_name';
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('resources',    'resources_display_name', '1000000 500000 3 1 1'),
  ('resources',    'resources_modified',     '1000000 500000 2 2'),
  ('group_counts', 'group_counts_count',     '1000000 50000');
ANALYZE sqlite_schema;
