/**
 * All that a service may import.
 *
 * - **Service**: one folder, one declaration; its tables, routes, and coverage by every right follow from it.
 * - **Resource**: a table of what one collection row of the policy takes about people.
 * - **Repository**: its records in one region; every way in or out is a recorded decision.
 * - **Holding**: what is held about people, as the rights walk it.
 * - **Region**: the kernel as it runs in one region.
 */
export {
  Batcher,
  Bug,
  type Clock,
  csvCell,
  type Instant,
  isUuid,
  KeptError,
  Misuse,
  Refused,
  Turns,
  Unavailable,
  uuidOf,
  uuidv7,
} from '@kept/base';
export type { Naming } from '@kept/identity';
export type { Entry } from './bulk.ts';
export { declarationProblems } from './conformance.ts';
export { type Correction, onCorrection } from './corrections.ts';
export { BadService, FieldNotHeld, NothingGiven, NothingHeld, ValueInvalid, WithdrawnMeanwhile } from './errors.ts';
export { type Ended, endConsent, expire } from './expire.ts';
export type { Files, NewFile } from './files.ts';
export { type HeldFile, type HeldItem, type Holding, itemId, type OwnPermit } from './holding.ts';
export type { By, Listed, Plain, Values } from './parts.ts';
export { type FileRoom, type Region, regionWith } from './region.ts';
export type { Repository } from './repository.ts';
export { type FieldForm, type Packing, type ResourceDeclaration, tableOf } from './resource.ts';
export { type Expiry, expiryOf, type Keeping, keepingOf, purposeOf } from './retention.ts';
export {
  type Caller,
  type Reply,
  type ReplyTo,
  type Route,
  type RouteCall,
  routesOf,
  type SignedIn,
  type Staff,
} from './route.ts';
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
  withRoutes,
} from './service.ts';
export { type UploadEndpoints, uploadRoutes } from './uploads.ts';
