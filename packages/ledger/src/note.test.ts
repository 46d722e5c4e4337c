import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCheckpoint, signCheckpoint } from './checkpoint.ts';
import { EMPTY_ROOT } from './hash.ts';
import { openNote, parseVerifierKey, signNote, type VerifierKey, verifierKey } from './note.ts';
import { keySigner, type Signer } from './signer.ts';

function newKey(name: string): { key: VerifierKey; signer: Signer } {
  const signer = keySigner(generateKeyPairSync('ed25519').privateKey);
  return { key: verifierKey(name, signer.publicKey), signer };
}

const { key, signer } = newKey('kept/eu');
const TEXT = 'ours\n\nwith an empty line\n';
/** Any, halves of pairs and control characters included. */
const codeUnit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
const refused = expect.objectContaining({ code: 'LEDGER_NOTE_REFUSED', kind: 'refused' });

describe('a note', () => {
  it('opens with the key that signed it, and with no other', async () => {
    const note = await signNote(TEXT, key, signer);
    expect(openNote(note, key)).toBe(TEXT);
    expect(() => openNote(note, newKey('kept/eu').key)).toThrow(refused);
    expect(() => openNote(note, verifierKey('kept/cn', signer.publicKey))).toThrow(refused);
  });

  it('with any one character changed, left out or put in is refused', async () => {
    const note = await signNote(TEXT, key, signer);
    for (let i = 0; i < note.length; i++) {
      const [before, after] = [note.slice(0, i), note.slice(i + 1)];
      const others = ['A', 'B', '\n', ' ', '=', '—'].filter((other) => other !== note[i]);
      for (const spoiled of [before + after, ...others.map((other) => before + other + after)]) {
        expect(() => openNote(spoiled, key), JSON.stringify(spoiled)).toThrow(refused);
      }
      expect(() => openNote(`${before}x${note.slice(i)}`, key)).toThrow(refused);
    }
  });

  it('may carry signatures of others, known or not, true or not', async () => {
    const other = newKey('witness.example/w');
    const note = await signNote(TEXT, key, signer);
    const second = (await signNote(TEXT, other.key, other.signer)).slice(TEXT.length + 1);
    const unknown = '— cosigner.example/x AAAAAAEC\n';
    for (const both of [note + second, note + unknown, `${TEXT}\n${second}${note.slice(TEXT.length + 1)}`]) {
      expect(openNote(both, key)).toBe(TEXT);
    }
    expect(openNote(note + second, other.key)).toBe(TEXT);
    // A false signature in the name of the key that is asked for spoils it, even beside a true one.
    const again = await signNote('something else\n', key, signer);
    expect(() => openNote(note + again.slice('something else\n'.length + 1), key)).toThrow(refused);
  });

  it.each([
    ['no signature', 'text\n\n'],
    ['no text', '— kept/eu AAAAAAEC\n'],
    ['no last newline', 'text\n\n— kept/eu AAAAAAEC'],
    ['a control character', 'te\txt\n\n— kept/eu AAAAAAEC\n'],
    ['a lone surrogate', 'te\ud800xt\n\n— kept/eu AAAAAAEC\n'],
    ['a hyphen for the dash', 'text\n\n- kept/eu AAAAAAEC\n'],
    ['too long a text', `${'x'.repeat(1_000_000)}\n\n— kept/eu AAAAAAEC\n`],
    ['too many signatures', `text\n\n${'— kept/eu AAAAAAEC\n'.repeat(101)}`],
    ['nothing', ''],
  ])('with %s is refused', (_, note) => {
    expect(() => openNote(note, key)).toThrow(refused);
  });

  it('never makes the reader fail in another way', () => {
    fc.assert(
      fc.property(fc.string({ unit: codeUnit }), (garbage) => {
        expect(() => openNote(garbage, key)).toThrow(refused);
        expect(() => openNote(`${garbage}\n\n— kept/eu ${garbage}\n`, key)).toThrow(refused);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe('a key', () => {
  it('has a written form that reads back', () => {
    expect(parseVerifierKey(key.text)).toMatchObject({ name: 'kept/eu', id: key.id, publicKey: signer.publicKey });
  });

  it.each(['', 'with space', 'with+plus', 'with\nline', 'no\u00a0break', 'next\u0085line', '\ud800'])(
    'may not be called %j',
    (name) => {
      expect(() => verifierKey(name, signer.publicKey)).toThrow(expect.objectContaining({ code: 'LEDGER_MALFORMED' }));
    },
  );

  it('is refused in any other form', () => {
    const [name, id, base64] = key.text.split('+', 2).concat(key.text.split('+').slice(2).join('+')) as [
      string,
      string,
      string,
    ];
    const cosigner = Buffer.concat([Buffer.of(4), signer.publicKey]).toString('base64');
    const spoiled = [
      '',
      `${name}+${id}`,
      `${name}+00000000+${base64}`,
      `other+${id}+${base64}`,
      `${name}+${id}+${cosigner}`,
      `${key.text}AAAA`,
      `${key.text}\n`,
      ` ${key.text}`,
    ];
    for (const text of spoiled) {
      expect(() => parseVerifierKey(text), text).toThrow(expect.objectContaining({ code: 'LEDGER_MALFORMED' }));
    }
    expect(() => verifierKey('kept/eu', Buffer.alloc(31))).toThrow(
      expect.objectContaining({ code: 'LEDGER_MALFORMED' }),
    );
  });
});

describe('a checkpoint', () => {
  it('says origin, size and root', async () => {
    for (const size of [0, 1, 2 ** 53 - 1]) {
      const note = await signCheckpoint(size, EMPTY_ROOT, key, signer);
      expect(note.startsWith(`kept/eu\n${size}\n${EMPTY_ROOT.toString('base64')}\n\n— kept/eu `)).toBe(true);
      expect(openCheckpoint(note, key)).toEqual({ origin: 'kept/eu', size, root: EMPTY_ROOT });
    }
  });

  it('may have further lines, which are passed over', async () => {
    const note = await signNote(`kept/eu\n3\n${EMPTY_ROOT.toString('base64')}\nmore\n`, key, signer);
    expect(openCheckpoint(note, key).size).toBe(3);
  });

  it.each([
    'kept/cn\n3\nROOT\n',
    'kept/eu\n03\nROOT\n',
    'kept/eu\n-1\nROOT\n',
    'kept/eu\n1e3\nROOT\n',
    'kept/eu\n9007199254740992\nROOT\n',
    'kept/eu\n\nROOT\n',
    'kept/eu\n3\n',
    'kept/eu\n3\nAAAA\n',
    'kept/eu\n3\nROOT\n\nmore\n',
    '\n3\nROOT\n',
    'kept/eu\n3\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n',
  ])('is refused though well signed: %j', async (text) => {
    const note = await signNote(text.replace('ROOT', EMPTY_ROOT.toString('base64')), key, signer);
    expect(() => openCheckpoint(note, key)).toThrow(refused);
  });
});
