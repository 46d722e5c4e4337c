import { serviceRoutes } from '@kept/server/testing';

/** Ids in these are names of the policy, or of use to whoever was given them. */
export const NOT_PERSONAL: readonly string[] = [
  ...[
    'PUT /api/my/consents/:id',
    'GET /api/policies/:id',
    'GET /api/policies/:id/dpv',
    'GET /api/ledger/:region/checkpoint',
  ],
  ...['POST /api/console/ledger/:region/verification', 'GET /api/certificates/:code'],
  // The queue is the staff's: whose request it is, they do not see.
  'GET /api/console/requests/:region/:id',
  ...['decision', 'agreement', 'extension', 'letter'].map((act) => `POST /api/console/requests/:region/:id/${act}`),
  // Staff see their colleagues; roles are in staff.test.ts.
  ...['GET /api/console/staff/:id/acts', 'POST /api/console/staff/:id/link', 'DELETE /api/console/staff/:id'],
  // Sealed: whoever holds the mail may end it.
  ...['GET', 'POST'].map((method) => `${method} /api/unsubscriptions/:token`),
  // Whoever was given the address may hand something over, and read nothing.
  'PATCH /api/arrivals/:token',
  // From outside: of use to whoever was given them.
  ...['GET /api/outside/requests/:id', 'GET /api/outside/status/:token'],
  ...['code', 'confirmation'].map((act) => `POST /api/outside/requests/:id/${act}`),
  ...['POST /api/outside/status/:token/packages', 'GET /api/outside/status/:token/packages/:package'],
  ...['GET', 'POST'].map((method) => `${method} /api/outside/status/:token/documents`),
  'POST /api/console/requests/:region/:id/documents/:document',
  ...['POST /api/console/requests/:region/:id/answer', 'POST /api/outside/status/:token/answer'],
  ...['POST', 'DELETE'].map((method) => `${method} /api/console/requests/:region/:id/fee`),
  ...['letter', 'progress'].map((act) => `POST /api/console/tellings/:region/:id/${act}`),
  // A matter of the policy, and versions of it: nobody's.
  'PUT /api/my/changes/:matter',
  ...['review', 'publication'].map((step) => `POST /api/console/versions/:id/${step}`),
  ...['DELETE /api/console/versions/:id', 'GET /api/console/versions/:id/diff'],
  // An incident is nobody's: of whom it reached it says how many.
  ...['GET', 'POST'].map((method) => `${method} /api/console/incidents/:id/reports/:authority`),
  ...['trace', 'notices', 'closure'].map((act) => `POST /api/console/incidents/:id/${act}`),
  ...['GET /api/console/incidents/:id', 'PUT /api/console/incidents/:id/parts'],
  ...(await serviceRoutes()).flatMap(({ notPersonal = [] }) => notPersonal),
];
