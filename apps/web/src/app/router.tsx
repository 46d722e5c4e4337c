import { createRouter } from '@tanstack/react-router';
import { ofAnybody } from './routes/anybody.ts';
import { ofConsole } from './routes/console.ts';
import { ofPerson } from './routes/person.ts';
import { root } from './routes/root.ts';

const tree = root.addChildren([...ofAnybody, ofPerson, ofConsole]);

export const makeRouter = () =>
  createRouter({ routeTree: tree, defaultPreload: 'intent', scrollRestoration: true, trailingSlash: 'never' });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
