/** E-mail through an SMTP server (RFC 5321), with nodemailer. */
import { type Duration, Seconds } from '@kept/base';
import { createTransport } from 'nodemailer';
import type { Adapter, Parcel } from './adapter.ts';
import { AccountFault, BadSetting, NotTaken, Rejected, Uncertain } from './errors.ts';

/** A server that takes mail. */
export interface SmtpSettings {
  /**
   * `smtps://account:password@host:465` (TLS from the first byte) or `smtp://account:password@host:587` (TLS by
   * STARTTLS, which is demanded unless the host is loopback).
   */
  readonly url: string;
  /** Sender: `Kept <no-reply@kept.example>`. */
  readonly from: string;
  /** For connecting, for the greeting, and for each silence after that. */
  readonly timeout?: Duration;
}

const NAME = 'smtp';
/** Failures before a connection stands: no byte of the message has left. */
const BEFORE_SENDING = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EDNS']);
const SETTING_UP = new Set(['CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT']);

/** The way to an SMTP server. Throws `RECIPIENTS_SETTING`. */
export function smtp(settings: SmtpSettings): Adapter {
  const { host, port, secure, auth } = server(settings.url);
  const timeout = settings.timeout ?? Seconds(10);
  const domain = senderDomain(settings.from);
  const transport = createTransport({
    host,
    port,
    secure,
    requireTLS: !secure && !isLoopback(host),
    ignoreTLS: !secure && isLoopback(host),
    ...(auth && { auth }),
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    // Later than the greeting's, which begins with it: that nothing was greeted says that nothing was taken.
    socketTimeout: timeout + 250,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    name: NAME,
    channel: 'email',
    async deliver({ id, to, subject, text, unsubscribe }: Parcel) {
      // One Message-ID for one message: whoever gets it twice can tell.
      const messageId = `<${id}@${domain}>`;
      try {
        await transport.sendMail({
          ...{ from: settings.from, to: { name: '', address: to }, subject, text, messageId },
          ...(unsubscribe !== undefined && { headers: wayOut(unsubscribe) }),
        });
      } catch (error) {
        throw translate(error);
      }
      return { reference: messageId };
    },
  };
}

/** RFC 2369 and RFC 8058, which takes an `https:` address only. */
const wayOut = (url: string): Readonly<Record<string, string>> => ({
  'List-Unsubscribe': `<${url}>`,
  ...(url.startsWith('https:') && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
});

interface Fault {
  readonly code?: string;
  /** The system's own code, where nodemailer put one of its own before it. */
  readonly originalCode?: string;
  readonly responseCode?: number;
  readonly timeoutType?: string;
}

/** The server's words quote addresses; only the codes go on. */
function translate(error: unknown): Error {
  const { code = 'unknown', originalCode = code, responseCode, timeoutType } = error as Fault;
  const reply = String(responseCode ?? code);
  if (code === 'EAUTH' || code === 'ENOAUTH') return new AccountFault(NAME, reply);
  if (code === 'ETLS') return new AccountFault(NAME, code);
  // A reply of 4xx or 5xx, at any step, says that the message was not taken.
  if (responseCode !== undefined && responseCode >= 400 && responseCode < 500) return new NotTaken(reply);
  if (responseCode !== undefined && responseCode >= 500)
    return new Rejected(code === 'EENVELOPE' ? 'address' : 'content', reply);
  if (BEFORE_SENDING.has(originalCode) || (timeoutType !== undefined && SETTING_UP.has(timeoutType)))
    return new NotTaken(code);
  if (code === 'EENVELOPE') return new Rejected('address', code);
  return new Uncertain(code);
}

interface Server {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly auth?: { readonly user: string; readonly pass: string };
}

function server(text: string): Server {
  const url = URL.parse(text);
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === '')
    throw new BadSetting('smtp.url', 'it is not of the form smtp://account:password@host:port');
  const secure = url.protocol === 'smtps:';
  const user = decodeURIComponent(url.username);
  return {
    host: url.hostname,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    ...(user === '' ? {} : { auth: { user, pass: decodeURIComponent(url.password) } }),
  };
}

function senderDomain(from: string): string {
  const domain = /@([A-Za-z0-9.-]+)>?$/.exec(from.trim())?.[1];
  if (domain === undefined) throw new BadSetting('smtp.from', 'it is not an e-mail address');
  return domain;
}

const isLoopback = (host: string): boolean => host === '127.0.0.1' || host === '[::1]' || host === 'localhost';
