/** For what comes by itself. Generous: a busy machine is slow, not wrong. */
export const PATIENCE = { timeout: 30_000, interval: 10 }
