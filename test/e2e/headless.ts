import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const PROGRAM = join(import.meta.dirname, '../../out/main/headless.js')

/** Where the headless program answers, by its first line. */
interface Ready {
  scim: string
  console: string
}

/** The built headless program on a data folder, until it is ended. */
export async function startHeadless(dataFolder: string, secret: string, more: string[] = []) {
  const program = spawn(process.execPath, [PROGRAM, '--data', dataFolder, '--port', '0', ...more], {
    env: { ...process.env, USHER_TOKEN: secret },
    stdio: ['ignore', 'pipe', 'inherit']
  })
  const ended = once(program, 'exit')
  const [line] = (await once(createInterface({ input: program.stdout }), 'line')) as [string]
  return {
    ...(JSON.parse(line) as Ready),
    end: async () => {
      program.kill('SIGTERM')
      await ended
    }
  }
}
