/** Whether a window could be shown: macOS and Windows always have a display, Linux only if one is named. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/** Switches that Electron needs on this machine. */
export function electronSwitches() {
  const switches = []
  // Chromium refuses to sandbox as root.
  if (process.getuid?.() === 0) switches.push('--no-sandbox')
  if (process.platform === 'linux' && !process.env.DISPLAY) switches.push('--ozone-platform-hint=auto')
  return switches
}
