/** How the policy names what the account desk does. Given at the start, so that any policy that says as much will do. */

export interface Naming {
  /** The service that acts. */
  readonly service: string;
  /** Opening and entering an account. */
  readonly account: {
    readonly purpose: string;
    readonly collection: string;
    readonly phone: string;
    readonly email: string;
    readonly code: string;
    readonly password: string;
    readonly nickname: string;
  };
  /** Where a person is signed in. */
  readonly session: {
    readonly purpose: string;
    readonly collection: string;
    readonly address: string;
    readonly device: string;
  };
  /** What a second step is checked with. */
  readonly secondStep: {
    readonly purpose: string;
    readonly collection: string;
    readonly secret: string;
    readonly backupCodes: string;
    readonly passkey: string;
  };
  /** Purposes of writing to a person, by the kind of their contact: to prove it, and to tell them something. */
  readonly messages: Readonly<Record<'phone' | 'email', { readonly proof: string; readonly notice: string }>>;
}
