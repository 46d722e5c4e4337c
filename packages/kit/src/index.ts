/**
 * All that a service may import.
 *
 * - **Service**: one folder, one declaration; its tables, routes, and coverage by every right follow from it.
 * - **Resource**: a table of what one collection row of the policy takes about people.
 * - **Repository**: its records in one region; every way in or out is a recorded decision.
 * - **Holding**: what is held about people, as the rights walk it.
 * - **Region**: the kernel as it runs in one region.
 */
export { Misuse, Refused, uuidv7 } from '@kept/base';
export type { Naming } from '@kept/identity';
export { declarationProblems } from './conformance.ts';
export { BadService, FieldNotHeld, NothingGiven, NothingHeld, ValueInvalid, WithdrawnMeanwhile } from './errors.ts';
export { type Ended, endConsent, expire } from './expire.ts';
export { type HeldItem, type Holding, itemId, type OwnPermit } from './holding.ts';
export type { Region } from './region.ts';
export type { By, Repository, Values } from './repository.ts';
export { type FieldForm, type ResourceDeclaration, tableOf } from './resource.ts';
export { type Expiry, expiryOf, type Keeping, keepingOf } from './retention.ts';
export { type Caller, type Reply, type ReplyTo, type Route, type RouteCall, routesOf, type SignedIn } from './route.ts';
export {
  type ContextOf,
  defineService,
  type Obstacle,
  openService,
  type Place,
  type Service,
  type ServiceContext,
  type ServiceDeclaration,
  serve,
} from './service.ts';
