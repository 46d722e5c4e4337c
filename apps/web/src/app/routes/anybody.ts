/** What anybody may see. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { root } from './root.ts';

const notice = () => import('../../pages/notice/notice-page.tsx');
const sign = () => import('../../pages/sign/index.ts');

const backTo = z.object({ to: z.string().max(400).startsWith('/').catch('/home').optional() });

const door = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(notice, 'NoticePage'),
});
const noticeRoute = createRoute({
  getParentRoute: () => root,
  path: '/notice',
  component: lazyRouteComponent(notice, 'NoticePage'),
});
const register = createRoute({
  getParentRoute: () => root,
  path: '/register',
  component: lazyRouteComponent(sign, 'RegisterPage'),
});
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: backTo,
  component: lazyRouteComponent(sign, 'SignInPage'),
});
const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset',
  component: lazyRouteComponent(sign, 'ResetPage'),
});
const certificate = createRoute({
  getParentRoute: () => root,
  path: '/certificate/$code',
  component: lazyRouteComponent(() => import('../../pages/certificate/certificate-page.tsx'), 'CertificatePage'),
});

const unsubscribe = createRoute({
  getParentRoute: () => root,
  path: '/unsubscribe/$token',
  component: lazyRouteComponent(() => import('../../pages/unsubscribe/unsubscribe-page.tsx'), 'UnsubscribePage'),
});

const incidents = createRoute({
  getParentRoute: () => root,
  path: '/incidents',
  component: lazyRouteComponent(() => import('../../pages/incidents/incidents-page.tsx'), 'IncidentsPage'),
});

const outside = () => import('../../pages/outside/index.ts');
const ask = createRoute({
  getParentRoute: () => root,
  path: '/ask',
  component: lazyRouteComponent(outside, 'AskPage'),
});
const askConfirm = createRoute({
  getParentRoute: () => root,
  path: '/ask/$id',
  component: lazyRouteComponent(outside, 'ConfirmPage'),
});
const askStatus = createRoute({
  getParentRoute: () => root,
  path: '/ask/status/$link',
  component: lazyRouteComponent(outside, 'StatusPage'),
});

export const ofAnybody = [
  door,
  noticeRoute,
  register,
  signIn,
  reset,
  certificate,
  unsubscribe,
  incidents,
  ask,
  askConfirm,
  askStatus,
] as const;
