import { connect, type Socket } from 'node:net';

/** Readers who come at their own rate, however slow the answers are. */
export interface SteadyReaders {
  /** Milliseconds from when each wanted their page to its last byte. @throws when an answer was not the page. */
  stop(): Promise<readonly number[]>;
}

const CONNECTIONS = 64;

/**
 * Asks for the paths in turn, `perSecond` of them, over 64 connections that are kept. Who has to wait for a connection waits in the figures
 * too: a server that stands still for a second is not asked more kindly for it. Written on sockets, since Node's own client would take more
 * processor time than the server that is measured.
 */
export async function keepReading(port: number, paths: readonly string[], perSecond: number): Promise<SteadyReaders> {
  const requests = paths.map((path) => {
    return Buffer.from(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\naccept-encoding: gzip\r\n\r\n`);
  });
  const took: number[] = [];
  let failure: Error | null = null;
  const free = await Promise.all(Array.from({ length: CONNECTIONS }, () => openConnection(port)));
  const all = [...free];
  let asked = 0;
  let isStopped = false;
  let ended = () => {};
  const began = performance.now();

  const askDue = () => {
    const due = isStopped ? 0 : Math.floor(((performance.now() - began) * perSecond) / 1000);
    while (asked < due) {
      const connection = free.pop();
      if (connection === undefined) return;
      const wanted = began + (asked * 1000) / perSecond;
      connection.ask(requests[asked % requests.length] as Buffer, (error) => {
        took.push(performance.now() - wanted);
        failure ??= error;
        free.push(connection);
        askDue();
        if (isStopped && free.length === all.length) ended();
      });
      asked += 1;
    }
  };
  const timer = setInterval(askDue, 1);

  return {
    async stop() {
      clearInterval(timer);
      isStopped = true;
      await new Promise<void>((resolve) => {
        ended = resolve;
        if (free.length === all.length) resolve();
      });
      for (const { socket } of all) socket.destroy();
      if (failure !== null) throw failure;
      return took;
    },
  };
}

interface Connection {
  readonly socket: Socket;
  /** One after the other. */
  ask(request: Buffer, answered: (error: Error | null) => void): void;
}

async function openConnection(port: number): Promise<Connection> {
  const socket = connect({ host: '127.0.0.1', port, noDelay: true });
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  let left = -1;
  let head = '';
  let answered: (error: Error | null) => void = () => {};
  const end = (error: Error | null) => {
    const tell = answered;
    answered = () => {};
    [left, head] = [-1, ''];
    tell(error);
  };
  socket.on('data', (bytes) => {
    let body = bytes.length;
    if (left < 0) {
      head += bytes.toString('latin1');
      const at = head.indexOf('\r\n\r\n');
      if (at < 0) return;
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN);
      if (!head.startsWith('HTTP/1.1 200') || Number.isNaN(length)) return end(new Error(head.split('\r\n', 1)[0]));
      left = length;
      body = head.length - at - 4;
    }
    left -= body;
    if (left <= 0) end(null);
  });
  socket.on('error', (error) => end(error));
  socket.on('close', () => end(new Error('The server closed a connection.')));
  return {
    socket,
    ask: (request, tell) => {
      answered = tell;
      socket.write(request);
    },
  };
}
