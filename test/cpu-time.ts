/**
 * How much CPU this process used for it, in ms: what else a busy machine does in the meantime does not count. Its threads do.
 */
export async function cpuMsOf(deed: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await deed()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
