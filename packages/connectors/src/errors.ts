import { type KeptError, Misuse, Unavailable } from '@kept/base';
import type { Drift, Problem } from './words.ts';

/** A declaration cannot be read. Says where, never what stood there. */
export class NotADeclaration extends Misuse {
  constructor(file: string, path: string, cause?: unknown) {
    super('CONNECTORS_NOT_A_DECLARATION', `the declaration ${file} is not one`, {
      path,
      help: 'the place in it is named; see the words of `@kept/connectors`',
      cause,
    });
  }
}

/** Some of what is declared would be passed over in silence, so nothing runs. Carries all of it at once. */
export class NoPlan extends Misuse {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    const few = problems.slice(0, 20).map(({ at, message }) => `${at}: ${message}`);
    const more = problems.length > few.length ? ` (and ${problems.length - few.length} more)` : '';
    super('CONNECTORS_NO_PLAN', `the collections do not make a plan: ${few.join('; ')}${more}`, {
      help: 'mend the declarations; `kept connectors plan` lists everything',
    });
    this.problems = problems;
  }
}

/** The system does not answer. What was begun goes on when it does. */
export class StoreDown extends Unavailable {
  constructor(dataset: string, cause?: unknown) {
    super('CONNECTORS_STORE_DOWN', `the system of ${dataset} does not answer`, {
      help: 'it is tried again; see that it runs and can be reached from here',
      cause,
    });
  }
}

/** The system does not let us in, or not as far. */
export class StoreRefuses extends Misuse {
  constructor(dataset: string, cause?: unknown) {
    super('CONNECTORS_STORE_REFUSES', `the system of ${dataset} refuses us`, {
      help: 'check the name, the password and the rights that its setting gives',
      cause,
    });
  }
}

/** The system is not as it is declared. */
export class NotAsDeclared extends Misuse {
  constructor(collection: string, what: string, cause?: unknown) {
    super('CONNECTORS_NOT_AS_DECLARED', `${collection} is not as declared: ${what}`, {
      help: 'bring the declaration up to date; `kept connectors plan` compares them',
      cause,
    });
  }
}

/** Rows were there again after they had gone: something else writes them. */
export class CameBack extends Unavailable {
  constructor(collection: string) {
    super('CONNECTORS_CAME_BACK', `rows of ${collection} were there again after the erasure`, {
      help: 'the erasure is tried again; see what writes them',
    });
  }
}

/** Rows of another table, which was not declared or belongs to somebody else, name rows that should go. */
export class StillReferred extends Misuse {
  constructor(collection: string) {
    super('CONNECTORS_STILL_REFERRED', `other rows refer to rows of ${collection}, so that these cannot go`, {
      help: 'declare the collection that refers to them, or mask these rows instead of deleting them',
    });
  }
}

/** A variable that a declaration names is not set. */
export class NoSetting extends Misuse {
  constructor(variable: string, connector: string) {
    super('CONNECTORS_NO_SETTING', `${variable} is not set, which connector ${connector} reads its address from`, {
      help: 'set it to the address of the system, with a name and a password that may read and erase',
    });
  }
}

/** Systems are not as they are declared, so nothing was touched. Carries all of it. */
export class Drifted extends Misuse {
  readonly drift: readonly Drift[];
  constructor(drift: readonly Drift[]) {
    const few = drift.slice(0, 20).map(({ code, at, by }) => `${at} (${code}${by ? ` ${by}` : ''})`);
    super('CONNECTORS_DRIFTED', `systems are not as declared: ${few.join(', ')}`, {
      help: 'bring the declarations up to date; `kept connectors plan` compares them',
    });
    this.drift = drift;
  }
}

/** Rows that are declared are held under no collection of the policy, or for a purpose that it does not have. */
export class NotInPolicy extends Misuse {
  constructor(id: string, collection: string, purpose: string) {
    super('CONNECTORS_NOT_IN_POLICY', `${id} is held as ${collection} for ${purpose}, which the policy does not have`, {
      help: '`kept policy show` lists collections and their purposes',
    });
  }
}

/** A system is not done since another one, which leads to it, is waited for. */
export class Behind extends Unavailable {
  constructor(connector: string) {
    super('CONNECTORS_BEHIND', `${connector} is led to by a system that is waited for`, {
      help: 'see what the other one waits for',
    });
  }
}

/** Systems that an erasure waits for; in all others it is done. It is tried again, by and by. */
export class Waits extends Unavailable {
  readonly waiting: ReadonlyMap<string, KeptError>;
  constructor(waiting: ReadonlyMap<string, KeptError>) {
    const [first] = waiting.values();
    const each = [...waiting].map(([connector, error]) => `${connector} (${error.message})`).join('; ');
    super('CONNECTORS_WAITS', `the erasure waits for ${each}`, { help: first?.help ?? '', cause: first });
    this.waiting = waiting;
  }
}
