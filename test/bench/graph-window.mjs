/**
 * `npm exec node test/bench/graph-window.mjs`: the graph of about 2,000 nodes in the built app, as groups without people, all
 * unfolded, and as few groups with everybody shown: how soon it is there, and the frames while it is moved and zoomed by hand.
 */
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { ensureBuilt } from '../../scripts/setup/build.mjs'
import { ensureElectron } from '../../scripts/setup/electron.mjs'
import startDisplay from '../e2e/global-setup.ts'
import { closeApp, launchApp, makeDataFolder, removeDataFolder } from '../e2e/launch.ts'
import { SECRET, startUsher } from './servers.mjs'

const FRAMES = 180
const CASES = [
  { id: 'company', groups: 2_021, people: 0, below: n => (n === 0 ? 20 : 100) },
  { id: 'crowd', groups: 40, people: 50, below: () => 3 }
]

const { version, environment } = await ensureElectron()
Object.assign(process.env, environment)
await ensureBuilt()
const stopDisplay = await startDisplay()
const dataFolder = await makeDataFolder()
try {
  await (await startUsher(dataFolder)).stop()
  seed()
  const usher = await launchApp({ dataFolder, environmentToken: SECRET })
  try {
    await usher.page.setViewportSize({ width: 1920, height: 1080 })
    for (const one of CASES)
      console.log(JSON.stringify({ electron: version, ...(await measured(usher.page, one)) }))
  } finally {
    await closeApp(usher)
  }
} finally {
  await removeDataFolder(dataFolder)
  await stopDisplay?.()
}

/** As the store would have written them: groups in a tree, filled from the top. */
function seed() {
  const db = new Database(join(dataFolder, 'usher.db'))
  const resource = db.prepare(
    `INSERT INTO resources (id, type, version, created_at, modified_at, active, user_name_key, display_name_key, member_count, name, document)
     VALUES (@id, @type, 1, 0, 0, @active, @userName, lower(@name), @members, @name, json_object('displayName', @name))`
  )
  const member = db.prepare(
    'INSERT INTO members (group_ref, member_ref, added_at, is_group) VALUES (?, ?, 0, ?)'
  )
  const add = (id, type, name, members = 0) =>
    resource.run({
      id,
      type,
      name,
      members,
      active: type === 'User' ? 1 : null,
      userName: type === 'User' ? id : null
    }).lastInsertRowid
  db.exec('BEGIN')
  for (const { id, groups, people, below } of CASES) {
    const refs = [add(id, 'Group', 'Company', Math.min(below(0), groups - 1) + people)]
    for (let above = 0; refs.length < groups; above++) {
      for (let n = 0; n < below(above) && refs.length < groups; n++) {
        const number = refs.length
        refs.push(add(`${id}-${number}`, 'Group', `Department ${number}`, people))
        member.run(refs[above], refs[number], 1)
      }
    }
    for (const [number, ref] of refs.entries())
      for (let person = 0; person < people; person++)
        member.run(ref, add(`${id}-${number}-${person}`, 'User', `Person Lindqvist ${number}.${person}`), 0)
    db.exec(
      `UPDATE resources SET member_count = (SELECT count(*) FROM members WHERE group_ref = ref) WHERE type = 'Group'`
    )
  }
  db.exec('COMMIT')
  db.close()
}

async function measured(page, { id, groups, people }) {
  const began = Date.now()
  await page.evaluate(to => void (location.hash = to), `#/groups/${id}?view=graph`)
  await page.locator('.react-flow__node').first().waitFor()
  const shownMs = Date.now() - began
  if (people === 0) {
    await page.evaluate(unfoldAll)
  } else {
    await page.getByRole('button', { name: 'Show everybody' }).click()
    await page.getByText('Person Lindqvist 0.49').last().waitFor()
  }
  const panning = await page.evaluate(move, { frames: FRAMES, isZooming: false })
  const zooming = await page.evaluate(move, { frames: FRAMES, isZooming: true })
  await page.getByRole('button', { name: 'Fit' }).click()
  const panningWhole = await page.evaluate(move, { frames: FRAMES, isZooming: false })
  return { nodes: groups * (1 + people), shownMs, panning, zooming, panningWhole }
}

/** In the page: as a hand would in the tree, group by group. */
async function unfoldAll() {
  for (;;) {
    const folded = document.querySelector('[role="treeitem"][aria-expanded="false"] > *')
    if (!folded) return
    folded.click()
    await new Promise(requestAnimationFrame)
  }
}

/** In the page: one movement of the hand with each frame. */
async function move({ frames, isZooming }) {
  const pane = document.querySelector('.react-flow__pane')
  const { left, top, width, height } = pane.getBoundingClientRect()
  const at = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true, view: window, button: 0 }
  const nextFrame = () => new Promise(requestAnimationFrame)
  if (!isZooming) pane.dispatchEvent(new MouseEvent('mousedown', { ...at, buttons: 1 }))
  const times = []
  let before = await nextFrame()
  for (let frame = 0; frame < frames; frame++) {
    const swing = Math.sin(frame / 20)
    if (isZooming) pane.dispatchEvent(new WheelEvent('wheel', { ...at, deltaY: swing * 20 }))
    else {
      const moved = { clientX: at.clientX - swing * 500, clientY: at.clientY - swing * 300 }
      window.dispatchEvent(new MouseEvent('mousemove', { ...at, ...moved, buttons: 1 }))
    }
    const now = await nextFrame()
    times.push(now - before)
    before = now
  }
  if (!isZooming) window.dispatchEvent(new MouseEvent('mouseup', at))
  times.sort((a, b) => a - b)
  const round = value => Math.round(value * 10) / 10
  return {
    framesPerSecond: round((frames * 1000) / times.reduce((sum, time) => sum + time, 0)),
    p95Ms: round(times[Math.floor(frames * 0.95)]),
    longestMs: round(times.at(-1)),
    elements: document.querySelectorAll('.react-flow__node, .react-flow__edge').length
  }
}
