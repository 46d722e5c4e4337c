import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import type { Certificate, EntryProof } from '@kept/api';
import { canonicalJson } from '@kept/base';
import { keySigner, leafHash, nodeHash, signCheckpoint, verifierKey } from '@kept/ledger';

const origin = 'kept/cn';
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const key = verifierKey(origin, publicKey.export({ format: 'der', type: 'spki' }).subarray(-32));

const leaves = Array.from({ length: 61 }, (_, at) => createHash('sha256').update(`sealed entry ${at}`).digest());

/** RFC 6962, read straight from its definition. */
function root(list: readonly Buffer[]): Buffer {
  if (list.length === 1) return leafHash(list[0]!);
  const half = 2 ** Math.floor(Math.log2(list.length - 1));
  return nodeHash(root(list.slice(0, half)), root(list.slice(half)));
}

function path(index: number, list: readonly Buffer[]): Buffer[] {
  if (list.length === 1) return [];
  const half = 2 ** Math.floor(Math.log2(list.length - 1));
  if (index < half) return [...path(index, list.slice(0, half)), root(list.slice(half))];
  return [...path(index - half, list.slice(half)), root(list.slice(0, half))];
}

export const verifierText = key.text;

export const checkpoint = (): Promise<string> =>
  signCheckpoint(leaves.length, root(leaves), key, keySigner(privateKey));

/** A proof of an entry of the harness's own small tree, true and signed. */
export async function proofOf(index: number): Promise<EntryProof> {
  return {
    index,
    leaf: leaves[index]!.toString('base64'),
    inclusion: path(index, leaves).map((hash) => hash.toString('base64')),
    size: leaves.length,
    checkpoint: await checkpoint(),
    publicKey: verifierText,
  };
}

/** Hashes and signs a certificate as the server does. */
export function signCertificate(content: Omit<Certificate, 'hash' | 'signature'>): Certificate {
  const hash = createHash('sha256').update(canonicalJson(content)).digest();
  return { ...content, hash: hash.toString('hex'), signature: sign(null, hash, privateKey).toString('hex') };
}
