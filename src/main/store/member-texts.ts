import { setImmediate } from 'node:timers/promises'
import type { Commit } from './commit'
import type { Db } from './sqlite'
import { openReadOnly } from './sqlite'
import { read, RESOURCE_COLUMNS, type StoredResource } from './resources'

/** What RFC 7643 §4.2 says of a member. */
export type MemberPart = 'value' | '$ref' | 'display' | 'type'

/** A group and its members at one moment. */
export interface MembersAsText {
  stored: StoredResource
  /** Each some members as JSON, with commas between them. Together all of them, in the order of the member list. */
  texts: Buffer[]
}

/** Read at a stretch: one or two milliseconds. */
const RUN = 1_000
const CACHE_KIB = 1_024

// Each with a comma behind it. Ids are ours: UUIDs, in which neither JSON nor a URL has anything to escape.
const TEXT_OF: Record<MemberPart, string> = {
  value: `'"value":"' || r.id || '",'`,
  $ref: `'"$ref":"' || @baseUrl || iif(r.type = 'Group', '/Groups/', '/Users/') || r.id || '",'`,
  display: `iif(r.display_name_key <> '', '"display":' || json_quote(r.name) || ',', '')`,
  type: `'"type":"' || r.type || '",'`
}

interface Run {
  text: Buffer | null
  end: number | null
  count: number
}

/**
 * The members of large groups as JSON text, written by SQLite: an object for each of 100,000 would cost twice the time. Read in
 * slices, on a connection whose transaction stands still while others write, so that what is told is the group of one moment.
 *
 * @param file the directory's file
 */
export function createMemberTexts(file: string, commit: Pick<Commit, 'settled'>) {
  let opened: ReturnType<typeof prepare> | null = null
  let last: Promise<unknown> = Promise.resolve()

  async function readGroup(ref: number, baseUrl: string, parts: MemberPart[]): Promise<MembersAsText | null> {
    // What others were promised, or will be in a moment, has to be seen.
    await commit.settled()
    opened ??= prepare(openReadOnly(file, CACHE_KIB))
    const { begin, end, group, run } = opened
    begin.run()
    try {
      const row = group.get(ref)
      if (!row) return null
      const statement = run(parts)
      const escapedUrl = JSON.stringify(baseUrl).slice(1, -1)
      const texts: Buffer[] = []
      for (let after = 0; ;) {
        const found = statement.get({ baseUrl: escapedUrl, group: ref, after, limit: RUN })
        if (found?.text) texts.push(found.text)
        if (!found || found.count < RUN || found.end === null) break
        after = found.end
        await setImmediate()
      }
      return { stored: read<StoredResource>(row), texts }
    } finally {
      end.run()
    }
  }

  return {
    /**
     * Of one group; several are read one after the other.
     *
     * @param baseUrl everything before `/Users`
     * @param parts what is told of each member; at least one
     * @returns null when there is no such group any more
     */
    of(ref: number, baseUrl: string, parts: MemberPart[]): Promise<MembersAsText | null> {
      const reading = last.then(() => readGroup(ref, baseUrl, parts))
      // Its end, and not its megabytes of text.
      last = reading.then(
        () => undefined,
        () => undefined
      )
      return reading
    },

    /** Waits for what is being read. */
    async close(): Promise<void> {
      await last
      opened?.db.close()
    }
  }
}

function prepare(db: Db) {
  return {
    db,
    begin: db.prepare('BEGIN'),
    end: db.prepare('COMMIT'),
    group: db.prepare<[number], Omit<StoredResource, 'document'> & { document: string }>(
      `SELECT ${RESOURCE_COLUMNS} FROM resources r WHERE r.ref = ?`
    ),
    run: (parts: MemberPart[]) =>
      db.prepare<[object], Run>(
        `SELECT CAST(group_concat(text, ',') AS BLOB) AS text, max(ref) AS end, count(*) AS count
           FROM (SELECT r.ref, nullif('{' || rtrim(${parts.map(part => TEXT_OF[part]).join(' || ')}, ',') || '}', '{}') AS text
                   FROM members m CROSS JOIN resources r ON r.ref = m.member_ref
                  WHERE m.group_ref = @group AND m.member_ref > @after
                  ORDER BY m.member_ref
                  LIMIT @limit)`
      )
  }
}
