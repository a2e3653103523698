export const updates = {
  title: 'Updates',
  hint: 'Usher looks for nothing by itself. A feed is a folder on a web server that holds what “npm run package” wrote; whoever writes there decides what runs here.',
  feed: 'Feed',
  feedHint: 'An https address. Empty: no updates.',
  feedBad: 'A feed is a whole address that begins with https://',
  check: 'Check for updates',
  download: 'Download',
  install: 'Quit and install',
  installHint: 'Requests in flight are answered first.',
  notHere:
    'Not available here, because this console is a page in a browser. Whoever runs the program updates it.',
  off: 'No feed is set.',
  checking: 'Looking…',
  current: (version: string) => `Usher ${version} is current.`,
  found: (version: string) => `Usher ${version} is there.`,
  downloading: (version: string, percent: number) => `Downloading Usher ${version}: ${percent}\u00a0%`,
  ready: (version: string) => `Usher ${version} is ready to be installed.`,
  installing: (version: string) => `Usher quits and installs ${version}.`,
  failed: (reason: string) => `The check or the download failed: ${reason}`
}
