// Runs as a child on Node 24, once the packages are there: makes the fallback Electron behave like a fresh one.
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'

await flipFuses(process.argv[2], {
  version: FuseVersion.V1,
  [FuseV1Options.RunAsNode]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: true,
  [FuseV1Options.EnableNodeCliInspectArguments]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: false,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false
})
