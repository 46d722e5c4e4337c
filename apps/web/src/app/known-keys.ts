import { keepHere, keptHere } from './kept-here.ts';

const stored = 'kept.ledger-keys';

type Keys = Readonly<Record<string, string>>;

function read(): Keys {
  try {
    const keys: unknown = JSON.parse(keptHere(stored) ?? '{}');
    return typeof keys === 'object' && keys !== null ? (keys as Keys) : {};
  } catch {
    return {};
  }
}

/**
 * Whether this browser has seen the same key of that ledger before. The first key seen is kept, so that a server which
 * later signs with another is noticed. Without storage every key is new.
 */
export function keyStanding(publicKey: string): 'first' | 'same' | 'changed' {
  const origin = publicKey.split('+')[0] ?? '';
  const known = read()[origin];
  if (known !== undefined) return known === publicKey ? 'same' : 'changed';
  keepHere(stored, JSON.stringify({ ...read(), [origin]: publicKey }));
  return 'first';
}
