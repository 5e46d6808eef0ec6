import type { AnswerOf, CallName, OrderOf } from '../src/desk/contract.ts';
import { until } from './children.ts';
import type { Served } from './served.ts';

/** Somebody at the desk, over HTTP as their browser would be. */
export interface AtDesk {
  /** The person's id. */
  readonly id: string;
  /** @throws when it is not done. */
  done<Name extends CallName>(name: Name, order: OrderOf<Name>): Promise<AnswerOf<Name>>;
}

/** For every office and language. */
export interface DeskPeople {
  readonly writer: AtDesk;
  readonly editor: AtDesk;
  readonly publisher: AtDesk;
  /** For one office alone. */
  readonly local: AtDesk;
}

const PASSWORD = 'a harbour at low tide';

/** The first administrator comes in by the link that the server printed, and invites the others. */
export async function peopleAt(server: Served, office: string): Promise<DeskPeople> {
  const link = () => /by this link, once: \S+#(\S+)/.exec(server.output())?.[1];
  await until(() => link() !== undefined, server);
  const administrator = seatAt(server.port);
  const own = { name: 'Odile', email: 'odile@lights.example', password: PASSWORD };
  await administrator.done('POST /desk/api/links/use', { token: link() ?? '', ...own });

  const comeIn = async (name: string, role: 'writer' | 'editor' | 'publisher', only: string | null) => {
    const email = `${name.toLowerCase()}@lights.example`;
    const order = { name, email, language: 'en', assignments: [{ role, office: only, locale: null }] };
    const { link: invitation } = await administrator.done('POST /desk/api/people/invite', order);
    const token = invitation.slice(invitation.indexOf('#') + 1);
    const seat = seatAt(server.port);
    await seat.done('POST /desk/api/links/use', { token, name: '', email: '', password: PASSWORD });
    return { ...seat, id: (await seat.done('GET /desk/api/me', {})).person.id };
  };
  return {
    writer: await comeIn('Mara', 'writer', null),
    editor: await comeIn('Tomas', 'editor', null),
    publisher: await comeIn('Ines', 'publisher', null),
    local: await comeIn('Luc', 'writer', office),
  };
}

function seatAt(port: number): Pick<AtDesk, 'done'> {
  let cookie = '';
  return {
    async done(name, order) {
      const [method = '', path = ''] = name.split(' ');
      const isRead = method === 'GET';
      const query = new URLSearchParams(Object.entries(order as object).map(([key, value]) => [key, String(value)]));
      const answer = await fetch(`http://127.0.0.1:${port}${path}${isRead ? `?${query}` : ''}`, {
        method,
        headers: { cookie, ...(isRead ? {} : { 'content-type': 'application/json' }) },
        ...(isRead ? {} : { body: JSON.stringify(order) }),
      });
      for (const line of answer.headers.getSetCookie()) cookie = line.split(';', 1)[0] ?? '';
      const text = await answer.text();
      if (answer.status !== 200) throw new Error(`${name} was answered ${answer.status}: ${text.slice(0, 500)}`);
      return JSON.parse(text);
    },
  };
}
