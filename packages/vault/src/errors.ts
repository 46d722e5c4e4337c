import { Bug, Misuse, Refused } from '@kept/base';

/** The permit does not cover what was asked of it. Nothing was opened. */
export class NotPermitted extends Refused {
  constructor(why: string, clause?: string) {
    super('VAULT_NOT_PERMITTED', `the permit does not cover this: ${why}`, {
      help: 'ask the gate for a permit for exactly this person, purpose, action and these fields',
      reason: why,
      ...(clause === undefined ? {} : { clause }),
    });
  }
}

/** The person's key, or that of the purpose group or retention bucket, has been erased: the row is noise. */
export class KeyErased extends Refused {
  constructor() {
    super('VAULT_KEY_ERASED', 'the key that this was sealed under has been erased', {
      help: 'it cannot be undone, by anyone; the row itself is removed by the next sweep',
    });
  }
}

/** A blob does not open in its place: bytes were changed, or it was moved from another row, column or owner. */
export class Altered extends Bug {
  constructor() {
    super('VAULT_ALTERED', 'a sealed value does not open in its place', {
      help: 'it was changed or moved in the database; restore the row from the write-ahead log',
    });
  }
}

/** A blob names a format or suite that this version cannot read. */
export class UnknownSuite extends Bug {
  constructor() {
    super('VAULT_UNKNOWN_SUITE', 'a sealed value is of a format or suite that this version does not know');
  }
}

/** The declared fields of a column were reordered or removed, so that what is stored cannot be told apart. */
export class LayoutChanged extends Bug {
  constructor() {
    super('VAULT_LAYOUT_CHANGED', 'a sealed value was written for other fields, or in another order', {
      help: 'append new fields at the end of a sealed column; never reorder or remove one without rewriting its rows',
    });
  }
}

/** No such row, or not of this person. */
export class NoRow extends Misuse {
  constructor() {
    super('VAULT_ROW_NOT_FOUND', 'there is no such row of this person');
  }
}

/** A row with this id exists already. */
export class RowExists extends Misuse {
  constructor() {
    super('VAULT_ROW_CONFLICT', 'a row with this id exists already', { help: 'use `update`, or a new id' });
  }
}

/** Another row has this value in a column that takes each once, or this id. */
export class Taken extends Misuse {
  constructor(table: string) {
    super('VAULT_TAKEN', `another row of \`${table}\` has what may be there once`, { help: 'take another value' });
  }
}

/** A field or plain column that the table does not declare, or one that is missing. */
export class NotDeclared extends Misuse {
  constructor(table: string, name: string) {
    super('VAULT_NOT_DECLARED', `the table \`${table}\` does not declare \`${name}\``);
  }
}

/** A table definition that cannot be made into a table. */
export class BadTable extends Misuse {
  constructor(table: string, why: string) {
    super('VAULT_BAD_TABLE', `the table \`${table}\` cannot be: ${why}`);
  }
}

/** A retention bucket is not named as buckets are. */
export class BadBucket extends Misuse {
  constructor() {
    super('VAULT_BAD_BUCKET', 'a retention bucket is named by 1 to 100 letters, digits and `._:~-`');
  }
}

/** A plain column was given something that its type does not hold. The value is not repeated. */
export class BadValue extends Misuse {
  constructor(table: string, cause?: unknown) {
    super('VAULT_BAD_VALUE', `a plain column of \`${table}\` does not take what was given`, { cause });
  }
}
