/**
 * SMS through Yunpian, version 2 of its HTTP interface.
 *
 * `POST /v2/sms/single_send.json`, form-encoded `apikey`, `mobile`, `text`, `uid`; answers
 * `{"code":0,"msg":…,"count":1,"fee":0.05,"unit":"RMB","mobile":…,"sid":…}`, or with any HTTP status
 * `{"http_status_code":400,"code":…,"msg":…,"detail":…}`.
 * Sources: yunpian.com/official/document/sms, "domestic_single_send", "intl_single_send", "returnvalue_common";
 * the codes 8, 9, 17 and 22 from the provider's own Java SDK.
 */
import { type Duration, KeptError, Seconds } from '@kept/base';
import type { Adapter, HandedOver, Parcel } from './adapter.ts';
import { AccountFault, BadSetting, NotTaken, Rejected, type Rejection, Uncertain } from './errors.ts';

/** An account with the provider. */
export interface YunpianSettings {
  /** 32 characters, from the provider's dashboard. */
  readonly apiKey: string;
  /** The approved signature, set before each text as 【signature】; 2 to 12 characters. */
  readonly signature: string;
  /** Base URL; `https://sms.yunpian.com` unless told otherwise (`https://us.yunpian.com` is the same interface overseas). */
  readonly baseUrl?: string;
  /** From connecting to the last byte of the answer. */
  readonly timeout?: Duration;
}

const PATH = '/v2/sms/single_send.json';
const NAME = 'yunpian';
/** Texts longer than this are refused by the provider. */
const TEXT_MAX = 500;

const REJECTIONS: Readonly<Record<number, Rejection>> = {
  2: 'address',
  4: 'content',
  8: 'too-often',
  9: 'too-often',
  10: 'opted-out',
  11: 'opted-out',
  17: 'too-often',
  20: 'country',
  22: 'too-often',
  23: 'country',
  53: 'too-often',
  56: 'address',
  58: 'content',
};
/** Key, permission, address list, balance, template, signature, service: nothing that the person could change. */
const ACCOUNT = new Set([-1, -2, -3, -11, -57, -62, 3, 5, 7, 15, 16, 18, 55, 60]);
/** Too many calls from this account at the moment: refused before anything was sent. */
const BUSY = new Set([-4, -5]);
/** Failures on the way out: no byte of the form has left. */
const BEFORE_SENDING = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** The way to Yunpian. Throws `RECIPIENTS_SETTING`. */
export function yunpian(settings: YunpianSettings): Adapter {
  const url = endpoint(settings.baseUrl ?? 'https://sms.yunpian.com');
  if (settings.apiKey.trim() === '') throw new BadSetting('yunpian.apiKey', 'it is empty');
  const timeout = settings.timeout ?? Seconds(10);
  return {
    name: NAME,
    channel: 'sms',
    deliver: async (parcel) => answer(await post(url, form(settings, parcel), timeout)),
  };
}

function endpoint(base: string): URL {
  const url = URL.parse(PATH, base);
  const loopback = url?.hostname === '127.0.0.1' || url?.hostname === 'localhost';
  if (!url || (url.protocol !== 'https:' && !loopback))
    throw new BadSetting('yunpian.baseUrl', 'it is not an https URL');
  return url;
}

function form({ apiKey, signature }: YunpianSettings, { id, to, text }: Parcel): URLSearchParams {
  const signed = `【${signature}】${text}`;
  if ([...signed].length > TEXT_MAX) throw new Rejected('content', 'too long');
  // Documented: numbers of mainland China without a country code, all others with `+` and theirs.
  return new URLSearchParams({ apikey: apiKey, mobile: to.replace(/^\+86/, ''), text: signed, uid: id });
}

interface Raw {
  readonly status: number;
  readonly body: string;
}

async function post(url: URL, body: URLSearchParams, timeout: Duration): Promise<Raw> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: {
        accept: 'application/json;charset=utf-8',
        'content-type': 'application/x-www-form-urlencoded;charset=utf-8',
      },
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
    });
    return { status: response.status, body: await response.text() };
  } catch (error) {
    if (error instanceof KeptError) throw error;
    const code = systemCode(error);
    // The cause may quote the URL but never the form; still, only its code goes on.
    if (BEFORE_SENDING.has(code)) throw new NotTaken(code);
    throw new Uncertain(code);
  }
}

function systemCode(error: unknown): string {
  const { name, cause } = error as { name?: string; cause?: { code?: string } };
  return cause?.code ?? (name === 'TimeoutError' ? 'timeout' : 'broken connection');
}

function answer({ status, body }: Raw): HandedOver {
  const { code, sid } = parse(body);
  if (code === undefined) throw new Uncertain(`HTTP ${status} without a return code`);
  if (code === 0) return sid === undefined ? {} : { reference: String(sid) };
  if (BUSY.has(code)) throw new NotTaken(`code ${code}`);
  if (ACCOUNT.has(code)) throw new AccountFault(NAME, String(code));
  // -50 and below are faults inside the provider: it does not say how far it came.
  if (code < 0) throw new Uncertain(`code ${code}`);
  throw new Rejected(REJECTIONS[code] ?? 'other', String(code));
}

function parse(body: string): { code?: number; sid?: number | string } {
  try {
    const { code, sid } = JSON.parse(body) as { code?: unknown; sid?: unknown };
    return {
      ...(typeof code === 'number' && Number.isInteger(code) ? { code } : {}),
      ...(typeof sid === 'number' || typeof sid === 'string' ? { sid } : {}),
    };
  } catch {
    return {};
  }
}
