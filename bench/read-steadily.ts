import { connect, type Socket } from 'node:net';
import { percentile } from './figures.ts';
import { BEGUN, type Stall, type Waits } from './steady-readers.ts';

// A program of its own, started by steady-readers.ts: asks for the paths in turn, so many a second, over 64 connections that are kept, until
// it is told to end; then it says how long they waited. Who has to wait for a connection waits in the figures too: a server that
// stands still for a second is not asked more kindly for it. Written on sockets, since Node's own client would take more
// processor time than the server that is measured.

const CONNECTIONS = 64;
/** A timer of a millisecond that comes so late was held up here, not by the server. */
const STANDSTILL_MILLISECONDS = 10;

const [port, perSecond, longest] = process.argv.slice(2, 5).map(Number) as [number, number, number];
const requests = process.argv.slice(5).map((path) => {
  return Buffer.from(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\naccept-encoding: gzip\r\n\r\n`);
});
const took: number[] = [];
const stalls: Stall[] = [];
let stoodStillUntil = Number.NEGATIVE_INFINITY;
let asked = 0;
let isStopped = false;

const free = await Promise.all(Array.from({ length: CONNECTIONS }, () => openConnection(port)));
const began = performance.now();
let ticked = began;
const timer = setInterval(tick, 1);
process.on('SIGTERM', () => {
  isStopped = true;
  endWhenAnswered();
});
process.stdout.write(`${BEGUN}\n`);

function tick(): void {
  const now = performance.now();
  if (now - ticked > STANDSTILL_MILLISECONDS) stoodStillUntil = now;
  ticked = now;
  askDue();
}

function askDue(): void {
  const due = isStopped ? 0 : Math.floor(((performance.now() - began) * perSecond) / 1000);
  while (asked < due) {
    const connection = free.pop();
    if (connection === undefined) return;
    const wanted = began + (asked * 1000) / perSecond;
    connection.ask(requests[asked % requests.length] as Buffer, (error) => {
      if (error !== null) fail(error);
      note(wanted);
      free.push(connection);
      askDue();
      if (isStopped) endWhenAnswered();
    });
    asked += 1;
  }
}

function note(wanted: number): void {
  const now = performance.now();
  took.push(now - wanted);
  if (now - wanted <= longest) return;
  const [from, until] = [performance.timeOrigin + wanted, performance.timeOrigin + now];
  let stall = stalls.at(-1);
  if (stall === undefined || from > stall.until) stalls.push((stall = { from, until, readers: 0, longest: 0, own: 0 }));
  stall.until = until;
  stall.readers += 1;
  stall.longest = Math.max(stall.longest, now - wanted);
  // Answers that came during a standstill are read before its timer is.
  if (stoodStillUntil > wanted || now - ticked > STANDSTILL_MILLISECONDS) stall.own += 1;
}

function endWhenAnswered(): void {
  if (free.length < CONNECTIONS) return;
  clearInterval(timer);
  const [p50, p99, p999] = [50, 99, 99.9].map((share) => percentile(took, share)) as [number, number, number];
  const waits: Waits = { count: took.length, p50, p99, p999, most: Math.max(...took), stalls };
  process.stdout.write(`${JSON.stringify(waits)}\n`, () => process.exit(0));
}

function fail(error: Error): never {
  console.error(error.message);
  process.exit(1);
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
