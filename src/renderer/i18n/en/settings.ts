export const settings = {
  title: 'Settings',
  failed: 'The setting was not saved',
  saved: 'Saved',
  server: {
    title: 'Server',
    port: 'Port',
    portHint: 'Where the SCIM server listens on this computer. A tunnel points here.',
    portBad: 'A port is a number from 0 to 65535; 0 takes any free one.',
    applyPort: 'Restart on this port',
    publicUrl: 'Public address',
    publicUrlHint:
      'The https address of your tunnel or proxy, without /scim/v2. Entra must be able to reach it.',
    publicUrlBad: 'Enter a whole address that begins with https://, for example https://scim.contoso.com',
    schemaProblems: 'Not all schema files could be read',
    schemaProblemsHint: 'Everything else works. Correct the file in the data folder and start Usher again.',
    compatibility: 'Compatibility',
    entra: 'Entra and Okta',
    entraHint: 'Reads the known habits of Entra and Okta kindly and names each one in the log.',
    rfc: 'RFC strict',
    rfcHint:
      'Follows RFC 7643 and 7644 to the letter. Entra needs its feature flag aadOptscim062020 for this.'
  },
  appearance: {
    title: 'Appearance',
    theme: 'Theme',
    light: 'Light',
    dark: 'Dark',
    auto: 'System',
    singleKeys: 'Single-key shortcuts',
    singleKeysHint: 'Letters such as j, k and c act on the live log. Press ? for the list.'
  },
  storage: {
    title: 'Log retention',
    maxCount: 'Requests kept',
    maxDays: 'Days kept',
    maxMegabytes: 'Megabytes kept',
    hint: 'The oldest requests beyond any of the three limits are removed. Users, groups and their history stay.'
  },
  about: {
    title: 'About',
    version: 'Version',
    dataFolder: 'Data folder',
    runningSince: 'Running since',
    copyFolder: 'Copy data folder'
  }
}
