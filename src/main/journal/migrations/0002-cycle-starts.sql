-- Where a cycle begins in the list, so that its separator can stand there.
ALTER TABLE cycles ADD COLUMN first_id INTEGER NOT NULL DEFAULT 0;
UPDATE cycles SET first_id = coalesce((
  SELECT begun.first FROM (SELECT cycle, min(id) AS first FROM exchanges WHERE cycle IS NOT NULL GROUP BY cycle) begun
   WHERE begun.cycle = cycles.cycle), 0);
