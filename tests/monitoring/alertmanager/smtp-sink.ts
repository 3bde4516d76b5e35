import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import { TLSSocket, createSecureContext } from 'node:tls';
import type { SelfSigned } from './self-signed';

/** A mail that was taken. */
export interface Mail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

/** A mail relay on loopback that keeps what it is given. */
export interface SmtpSink {
  /** Host and port. */
  readonly address: string;
  readonly mails: readonly Mail[];
  close(): Promise<void>;
}

/** Starts a relay; it offers TLS if it is given a certificate, and takes mails without it too. */
export async function smtpSink(certificate?: SelfSigned): Promise<SmtpSink> {
  const mails: Mail[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.write('220 sink\r\n');
    converse(socket, mails, certificate);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function converse(socket: Socket, mails: Mail[], certificate?: SelfSigned): void {
  let buffer = '';
  let to: string[] = [];
  let isData = false;
  socket.on('error', () => socket.destroy());
  const onData = (chunk: Buffer): void => {
    buffer += chunk.toString();
    for (;;) {
      const end = buffer.indexOf(isData ? '\r\n.\r\n' : '\r\n');
      if (end < 0) return;
      const said = buffer.slice(0, end);
      buffer = buffer.slice(end + (isData ? 5 : 2));
      if (isData) {
        mails.push(mailOf(to, said));
        [to, isData] = [[], false];
        socket.write('250 taken\r\n');
      } else if (/^STARTTLS$/i.test(said) && certificate !== undefined) {
        socket.write('220 go\r\n');
        socket.removeListener('data', onData);
        converse(
          new TLSSocket(socket, { isServer: true, secureContext: createSecureContext(certificate) }),
          mails,
        );
        return;
      } else {
        const recipient = /^RCPT TO:<([^>]*)>/i.exec(said)?.[1];
        if (recipient !== undefined) to.push(recipient);
        isData = /^DATA$/i.test(said);
        socket.write(answerTo(said, certificate !== undefined));
      }
    }
  };
  socket.on('data', onData);
}

function answerTo(said: string, offersTls: boolean): string {
  if (/^EHLO/i.test(said)) return offersTls ? '250-sink\r\n250 STARTTLS\r\n' : '250 sink\r\n';
  if (/^DATA$/i.test(said)) return '354 go on\r\n';
  return /^QUIT$/i.test(said) ? '221 bye\r\n' : '250 fine\r\n';
}

/** Subject and text, which come folded and encoded as quoted-printable. */
function mailOf(to: readonly string[], data: string): Mail {
  return {
    to,
    subject: /^Subject: (.*)$/im.exec(data)?.[1]?.trim() ?? '',
    text: data.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), // prettier-ignore
  };
}
