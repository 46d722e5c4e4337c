import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { Millis } from '@kept/base';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import type { Parcel } from './adapter.ts';
import { smtp } from './smtp.ts';

const open: { close(done?: () => void): unknown }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await new Promise<void>((done) => each.close(() => done()));
});

const parcel: Parcel = {
  id: '0192f0c4-0000-7000-8000-000000000002',
  to: 'lin@mail.example',
  subject: '验证码 123456',
  text: '您的验证码是 123456。',
};

async function mailServer(options: SMTPServerOptions): Promise<number> {
  const server = new SMTPServer({ disabledCommands: ['STARTTLS'], closeTimeout: 100, logger: false, ...options });
  server.on('error', () => {});
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  open.push(server);
  return (server.server.address() as AddressInfo).port;
}

const through = (port: number, account = '') =>
  smtp({ url: `smtp://${account}127.0.0.1:${port}`, from: 'Kept <no-reply@kept.example>', timeout: Millis(400) });
const outcome = (port: number, account?: string) =>
  through(port, account)
    .deliver(parcel)
    .catch((e: { code: string; reason?: string; stack: string }) => {
      expect(e.stack + JSON.stringify(e)).not.toContain('lin@mail.example');
      return [e.code, ...(e.reason ? [e.reason] : [])];
    });

test('a message arrives with its own Message-ID, in UTF-8, behind the account', async () => {
  const mails: string[] = [];
  const port = await mailServer({
    onAuth: (auth, _session, done) =>
      auth.password === 'secret' ? done(null, { user: auth.username! }) : done(new Error('no')),
    onData: (stream, _session, done) => {
      let text = '';
      stream.on('data', (bytes: Buffer) => (text += bytes.toString()));
      stream.on('end', () => {
        mails.push(text);
        done();
      });
    },
  });
  expect(await outcome(port, 'kept:secret@')).toEqual({
    reference: '<0192f0c4-0000-7000-8000-000000000002@kept.example>',
  });
  expect(mails[0]).toContain('To: lin@mail.example');
  expect(mails[0]).toContain('Message-ID: <0192f0c4-0000-7000-8000-000000000002@kept.example>');
  const body = mails[0]!.split('\r\n\r\n').slice(1).join('\r\n\r\n');
  expect(Buffer.from(body, 'base64').toString()).toContain('您的验证码是 123456。');
  expect(await outcome(port, 'kept:wrong@')).toEqual(['RECIPIENTS_ACCOUNT']);
});

test('what the server says decides whether it may be repeated', async () => {
  const refusing = (step: 'onRcptTo' | 'onData', responseCode: number) =>
    mailServer({
      authOptional: true,
      ...(step === 'onRcptTo'
        ? {
            onRcptTo: (address, _session, done) =>
              done(Object.assign(new Error(`no ${address.address}`), { responseCode })),
          }
        : {
            onData: (stream, _session, done) => {
              stream.resume();
              stream.on('end', () => done(Object.assign(new Error('no'), { responseCode })));
            },
          }),
    });
  expect(await outcome(await refusing('onRcptTo', 550))).toEqual(['RECIPIENTS_REJECTED', 'address']);
  expect(await outcome(await refusing('onRcptTo', 451))).toEqual(['RECIPIENTS_NOT_TAKEN']);
  expect(await outcome(await refusing('onData', 554))).toEqual(['RECIPIENTS_REJECTED', 'content']);
  expect(await outcome(await refusing('onData', 452))).toEqual(['RECIPIENTS_NOT_TAKEN']);
  expect(await outcome(1)).toEqual(['RECIPIENTS_NOT_TAKEN']);
});

test('a server that falls silent after the message leaves it uncertain; one that never greets took nothing', async () => {
  const silent = await mailServer({ authOptional: true, onData: (stream) => void stream.resume() });
  expect(await outcome(silent)).toEqual(['RECIPIENTS_UNCERTAIN']);

  const sockets: Socket[] = [];
  const mute: Server = createServer((socket) => void sockets.push(socket.on('error', () => {})));
  await new Promise<void>((done) => mute.listen(0, '127.0.0.1', done));
  open.push(mute);
  expect(await outcome((mute.address() as AddressInfo).port)).toEqual(['RECIPIENTS_NOT_TAKEN']);
  for (const socket of sockets) socket.destroy();
});

test('a server elsewhere without TLS is not spoken to', async () => {
  expect(() => smtp({ url: 'http://mail.example', from: 'no-reply@kept.example' })).toThrow('smtp.url');
  expect(() => smtp({ url: 'smtp://mail.example', from: 'nobody' })).toThrow('smtp.from');
});
