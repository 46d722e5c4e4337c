import { generateKeyPairSync, sign } from 'node:crypto';
import type { Certificate } from '@kept/api';
import { canonicalJson } from '@kept/base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, verifyCertificate } from './verify-certificate.ts';

const pair = generateKeyPairSync('ed25519');
const raw = pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
const publicKey = `kept/cn+0a1b2c3d+${Buffer.concat([Buffer.from([1]), raw]).toString('base64')}`;

const hashOf = async (text: string) =>
  Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));

async function signed(change: Partial<Certificate> = {}): Promise<Certificate> {
  const content: Omit<Certificate, 'hash' | 'signature'> = {
    code: 'K7QF-20LM-9XWD',
    number: 'R-2026-1120-0042',
    title: '注销证明',
    right: { id: 'closure', label: '注销账号' },
    issuedAt: 1_763_000_000_000,
    controller: '檐下智家（示例）有限公司',
    statement: '下列信息已经**销毁**。',
    facts: [{ label: '已删除', lines: [{ text: '账号', clause: '7.3' }] }],
    policy: {
      id: 'p',
      version: '3.2',
      hash: 'a'.repeat(64),
      title: 't',
      published: '2026-09-01',
      effective: '2026-09-01',
    },
    ledger: { origin: 'kept/cn', first: 1, last: 9, checkpoint: 'kept/cn\n9\n', publicKey },
    ...change,
  };
  const hash = await hashOf(canonicalJson(content));
  return { ...content, hash: hash.toString('hex'), signature: sign(null, hash, pair.privateKey).toString('hex') };
}

describe('a certificate', () => {
  it('is valid as it was signed', async () => {
    expect(await verifyCertificate(await signed())).toBe('valid');
  });

  it('is found out when a word of it is changed', async () => {
    expect(await verifyCertificate({ ...(await signed()), statement: '什么也没删。' })).toBe('hash');
  });

  it('is found out when somebody else signed it', async () => {
    const other = Buffer.concat([Buffer.from([1]), Buffer.alloc(32, 7)]).toString('base64');
    const ledger = { origin: 'kept/cn', first: 1, last: 9, checkpoint: '', publicKey: `kept/cn+0a1b2c3d+${other}` };
    expect(await verifyCertificate(await signed({ ledger }))).not.toBe('valid');
  });
});

it('writes the same canonical text as the server', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
      expect(canonical(value as never)).toBe(canonicalJson(value));
    }),
    { numRuns: 60 },
  );
});
