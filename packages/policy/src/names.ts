/** The ids that a manifest declares and refers to, kind by kind. */
export interface Names {
  readonly clause: string;
  readonly jurisdiction: string;
  readonly role: string;
  readonly field: string;
  readonly purpose: string;
  readonly collection: string;
  readonly consent: string;
  readonly exemption: string;
  readonly exception: string;
  readonly recipient: string;
  readonly region: string;
}
