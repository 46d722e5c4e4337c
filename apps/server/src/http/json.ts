/** Bodies: JSON, and nothing else. A form of another site can send text without asking anybody. */
import { Misuse } from '@kept/base';
import type { FastifyInstance } from 'fastify';

/** Levels of objects and lists: more than any form has, fewer than a schema that calls itself could stumble over. */
const DEPTH = 64;

export function readJson(app: FastifyInstance): void {
  // Refuses names that would reach the prototype of what is read.
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body: string, done) => {
    if (isDeep(body)) done(new Misuse('REQUEST_TOO_DEEP', 'the body of the request is nested too deep', { path: '/' }));
    else void parse(request, body, done);
  });
}

/** Counts brackets outside of strings; of what is no JSON it may say anything. */
function isDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const each = text[at];
    if (each === '{' || each === '[') depth++;
    else if (each === '}' || each === ']') depth--;
    else if (each === '"') for (at++; at < text.length && text[at] !== '"'; at++) if (text[at] === '\\') at++;
    if (depth > DEPTH) return true;
  }
  return false;
}
