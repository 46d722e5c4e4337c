/** One value with all that is said of it. */
export interface CopiedItem {
  /** `service.resource.row.field`: values of one row belong together. */
  readonly id: string;
  readonly collectionId: string;
  readonly service: string;
  readonly collection: string;
  readonly field: string;
  readonly label: string;
  readonly value: string;
  readonly clause: string;
  readonly purpose: string;
  readonly basis: string;
  readonly region: string;
  readonly collectedAt: string;
  readonly keptUntil: string;
  readonly recipients: readonly string[];
}
