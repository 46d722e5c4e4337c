/** Routes of a home, which is its people’s, and something to send to each. */
const AUTOMATION = {
  ...{ alias: 'Mine now', time_zone: 'UTC', mode: 'single', conditions: [] },
  triggers: [{ trigger: 'time', at: '07:00' }],
  actions: [{ action: 'notify', message: 'Good morning' }],
};

const TARIFF = { currency: 'CNY', zone: 'UTC', periods: [{ from: '2026-01-01', price: 0.5, hours: [] }] };

const SCENE = {
  name: 'Mine now',
  states: [{ device_id: '0193a1f2-7c00-7000-8000-000000000001', data: { state: 'ON' } }],
};

export const HOME_BODIES: Readonly<Record<string, () => object>> = {
  'PATCH /api/my/inbox/:notice': () => ({ read: true }),
  'PUT /api/homes/:id': () => ({ name: 'Mine now', spaces: [] }),
  'POST /api/homes/:id/invitations': () => ({ role: 'owner' }),
  'PATCH /api/homes/:id/members/:person': () => ({ scope: {} }),
  'POST /api/homes/:id/devices': () => ({ name: 'Gateway' }),
  'PATCH /api/homes/:id/devices/:device': () => ({ name: 'Mine now' }),
  'POST /api/homes/:id/devices/:device/replacement': () => ({ by: SCENE.states[0]!.device_id }),
  'POST /api/homes/:id/devices/:device/commands': () => ({ values: { state: 'ON' } }),
  'POST /api/homes/:id/automations': () => AUTOMATION,
  'PUT /api/homes/:id/automations/:automation': () => AUTOMATION,
  'PATCH /api/homes/:id/automations/:automation': () => ({ active: false }),
  'POST /api/homes/:id/automations/imports': () => ({
    ...{ format: 'home-assistant', text: '[]', time_zone: 'UTC', keep: true },
  }),
  'POST /api/homes/:id/automations/past': () => ({ config: AUTOMATION, span: 'day' }),
  'PUT /api/homes/:id/energy/tariff': () => TARIFF,
  'POST /api/homes/:id/firmware/checks': () => ({ devices: [SCENE.states[0]!.device_id] }),
  'POST /api/homes/:id/firmware/rollouts': () => ({ waves: [[SCENE.states[0]!.device_id]] }),
  'POST /api/homes/:id/scenes': () => SCENE,
  'PUT /api/homes/:id/scenes/:scene': () => SCENE,
};

/** Ids that nobody has. */
export const NOBODYS_OF_HOME: Readonly<Record<string, string>> = Object.fromEntries(
  ['device', 'automation', 'notice', 'alert', 'scene', 'rollout'].map((name) => [
    name,
    '0193a1f2-7c00-7000-8000-000000000001',
  ]),
);

const ENERGY = '?span=day&date=2026-11-27&zone=UTC';

export const HOME_QUERIES: Readonly<Record<string, string>> = {
  'GET /api/homes/:id/devices/:device/chart': '?key=state&span=day',
  'GET /api/homes/:id/energy': ENERGY,
  'GET /api/homes/:id/energy/table': ENERGY,
  'GET /api/homes/:id/devices/:device/export': '?format=csv',
  'GET /api/homes/:id/export': '?format=csv',
};

export const HOMES = [
  ...['GET /api/homes/:id/alerts', 'POST /api/homes/:id/alerts/:alert/acknowledgement'],
  ...['GET', 'POST'].map((method) => `${method} /api/homes/:id/home-assistant`),
  'DELETE /api/homes/:id/home-assistant/:device',
  ...['GET /api/homes/:id/automations', 'POST /api/homes/:id/automations'],
  ...['PUT', 'PATCH', 'DELETE'].map((method) => `${method} /api/homes/:id/automations/:automation`),
  ...['POST /api/homes/:id/automations/:automation/runs', 'GET /api/homes/:id/automations/:automation/traces'],
  ...['POST /api/homes/:id/automations/imports', 'GET /api/homes/:id/automations/export'],
  'POST /api/homes/:id/automations/past',
  ...['GET', 'POST'].map((method) => `${method} /api/homes/:id/scenes`),
  ...['PUT', 'DELETE'].map((method) => `${method} /api/homes/:id/scenes/:scene`),
  'POST /api/homes/:id/scenes/:scene/runs',
  ...['GET /api/homes/:id/firmware', 'POST /api/homes/:id/firmware/checks'],
  ...['POST /api/homes/:id/firmware/rollouts', 'DELETE /api/homes/:id/firmware/rollouts/:rollout'],
  ...['GET /api/homes/:id/energy', 'GET /api/homes/:id/energy/table'],
  ...['GET', 'PUT', 'DELETE'].map((method) => `${method} /api/homes/:id/energy/tariff`),
  ...['PUT /api/homes/:id', 'DELETE /api/homes/:id', 'GET /api/homes/:id/members', 'GET /api/homes/:id/live'],
  ...['POST /api/homes/:id/invitations', 'PATCH /api/homes/:id/members/:person'],
  ...['DELETE /api/homes/:id/members/:person', 'GET /api/homes/:id/devices', 'POST /api/homes/:id/devices'],
  ...['PATCH', 'DELETE'].map((method) => `${method} /api/homes/:id/devices/:device`),
  ...['GET', 'DELETE'].map((method) => `${method} /api/homes/:id/devices/:device/mine`),
  'POST /api/homes/:id/devices/:device/replacement',
  ...['POST /api/homes/:id/devices/:device/commands', 'GET /api/homes/:id/devices/:device/chart'],
  ...['GET /api/homes/:id/devices/:device/export', 'GET /api/homes/:id/export'],
];
