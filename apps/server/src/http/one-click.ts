import { Misuse } from '@kept/base';
import { NothingHeld } from '@kept/kit';
import type { Lang } from '@kept/policy';
import type { FastifyInstance } from 'fastify';
import { langOf } from './caller.ts';
import { problemOf } from './problem.ts';
import { sendProblem } from './refusal.ts';

/** Ends what the token names; false where it is none of ours. */
export type EndByLink = (token: string, lang: Lang) => Promise<boolean>;

const FORM_BYTES = 4_096;
const TOKEN = /^[A-Za-z0-9_-]{40,200}$/;
/** As a form, or as a part of one. */
const ONE_CLICK = /(^|&)List-Unsubscribe=One-Click(&|$)|name="List-Unsubscribe"\r?\n\r?\nOne-Click\r?\n/;

/**
 * What a mail program calls for its person (RFC 8058): a form without cookies, from no page of ours, answered at once and
 * without a redirect. The link opened in a browser is a GET, which changes nothing: the web app shows a button.
 */
export async function oneClick(app: FastifyInstance, end: EndByLink): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    const options = { parseAs: 'string', bodyLimit: FORM_BYTES } as const;
    for (const type of ['application/x-www-form-urlencoded', /^multipart\/form-data/])
      scope.addContentTypeParser(type, options, (_, body, done) => done(null, body));
    scope.post<{ Params: { token: string } }>(
      '/unsubscribe/:token',
      { schema: { hide: true } },
      async (request, reply) => {
        if (typeof request.body !== 'string' || !ONE_CLICK.test(request.body))
          return sendProblem(reply, problemOf(new Misuse('REQUEST_INVALID', 'this takes the form of RFC 8058')));
        const { token } = request.params;
        if (!TOKEN.test(token) || !(await end(token, langOf(request))))
          return sendProblem(reply, problemOf(new NothingHeld()));
        return reply
          .type('text/plain; charset=utf-8')
          .header('cache-control', 'no-store')
          .serializer(String)
          .send('unsubscribed\n');
      },
    );
  });
}
