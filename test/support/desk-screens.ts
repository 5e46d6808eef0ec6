import type { Page } from 'playwright-core';
import type { Word } from '../../desk-ui/words/en.ts';

/** A screen of the desk, in one of the states that people meet it in. */
export interface DeskScreen {
  readonly name: string;
  /** Below `/desk`; `{draft}` and the like stand for a text of the busy desk. */
  readonly path: string;
  /** Left out: whoever holds every role. */
  readonly by?: 'nobody' | 'stranger';
  /** A screen that is made of the same parts, and more: this one is for the eye alone. */
  readonly like?: string;
  /** Nothing else can be opened in its page. */
  readonly spoilsPage?: true;
  /** What is done before it opens. */
  readonly before?: (page: Page) => Promise<unknown>;
  /** What is done at it until it shows what is meant. @param words of the language it is shown in. */
  readonly show?: (page: Page, words: Words) => Promise<unknown>;
}

export type Words = Readonly<Record<Word, string>>;

const press = (word: Word) => (page: Page, words: Words) =>
  page.locator('main').getByRole('button', { name: words[word], exact: true }).first().click();
const dialog = (page: Page) => page.getByRole('dialog');
const ask = (word: Word) => async (page: Page, words: Words) => {
  await press(word)(page, words);
  await dialog(page).locator('form, input, textarea, button').first().waitFor();
};
/** Through the menu of what ends a text. */
const end = (word: Word) => async (page: Page, words: Words) => {
  await page.locator('.acts [aria-haspopup=menu]').click();
  await page.getByRole('menuitem', { name: words[word], exact: true }).click();
  await dialog(page).locator('textarea').waitFor();
};
const schedule = (day: string, time: string) => async (page: Page, words: Words) => {
  await ask('scheduleIt')(page, words);
  await dialog(page).locator('input[type=date]').fill(day);
  await dialog(page).locator('input[type=time]').fill(time);
  await dialog(page).locator('.instants, .banner').first().waitFor();
};
const beside = async (page: Page, words: Words) => {
  await press('besideSource')(page, words);
  await page.locator('.source-body, .beside').first().waitFor();
};
const drawers = async (page: Page) => {
  for (const drawer of await page.locator('.side .drawer > summary').all()) await drawer.click();
  await page.locator('.side .finding .plain').last().waitFor();
  await page.locator('.side details').last().locator('.plain').last().click();
  await page.locator('.side .stack').last().waitFor();
};
const conflict = async (page: Page) => {
  await page.route('**/desk/api/draft/save', (route) => {
    const { content } = route.request().postDataJSON() as { content: object };
    const theirs = { revision: 9, savedBy: 'Tomas', savedAt: '2026-11-24T12:00:00.000Z' };
    const changed = { ...content, headline: 'A third ferry joins the crossing', place: 'Zoutmonde' };
    const refusals = [{ reason: 'changed-meanwhile', theirs: { ...theirs, content: changed } }];
    return route.fulfill({ status: 409, json: { refusals } });
  });
  await page.locator('#field-headline').fill('A second ferry joins the crossing in March');
  await page.locator('.conflict').first().waitFor();
};
const offline = async (page: Page) => {
  const devtools = await page.context().newCDPSession(page);
  const gone = { offline: true, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
  await devtools.send('Network.emulateNetworkConditions', gone);
  await page.locator('.banner.fair').first().waitFor();
};
const older = (page: Page) =>
  page.route('**/desk/api/me', async (route) => {
    const answer = await route.fetch();
    return route.fulfill({ response: answer, json: { ...(await answer.json()), build: '9.9.9' } });
  });

/** Every screen there is, and what can stand in front of it. */
export const deskScreens: readonly DeskScreen[] = [
  { name: 'sign-in', like: 'sign-in-refused', path: '/sign-in', by: 'stranger' },
  {
    name: 'sign-in-refused',
    path: '/sign-in?next=/releases',
    by: 'stranger',
    async show(page) {
      await page.locator('input[type=email]').fill('nobody@calder.example');
      await page.locator('input[type=password]').fill('a heron in the reeds');
      await page.keyboard.press('Enter');
      await page.locator('.banner.grave').waitFor();
    },
  },
  { name: 'link-spent', path: '/link#spent', by: 'stranger' },
  { name: 'link-invitation', path: '{invitation}', by: 'stranger' },
  { name: 'work', path: '' },
  { name: 'work-empty', path: '', by: 'nobody' },
  { name: 'releases', path: '/releases' },
  { name: 'releases-none', path: '/releases?search=zeppelin&state=draft' },
  { name: 'new-release', path: '/releases/new' },
  { name: 'nowhere', path: '/nowhere' },
  { name: 'not-here', like: 'nowhere', path: '/releases/01900000-0000-7000-8000-00000000ffff/en' },
  { name: 'draft', like: 'draft-drawers', path: '{draft}' },
  { name: 'draft-drawers', path: '{draft}', show: drawers },
  { name: 'draft-conflict', path: '{draft}', show: conflict },
  { name: 'draft-ar', like: 'draft-ar-beside', path: '{draft-ar}' },
  { name: 'draft-ar-beside', path: '{draft-ar}', show: beside },
  { name: 'draft-mn-beside', like: 'draft-ar-beside', path: '{draft-mn}', show: beside },
  { name: 'draft-zh-beside', like: 'draft-ar-beside', path: '{draft-zh}', show: beside },
  { name: 'original-ar', like: 'draft-drawers', path: '{original-ar}' },
  { name: 'original-mn', like: 'draft-drawers', path: '{original-mn}' },
  {
    name: 'facts',
    path: '{draft}',
    async show(page, words) {
      await page.getByRole('button', { name: words.factsChange, exact: true }).click();
    },
  },
  {
    name: 'limit',
    path: '{limited}',
    async show(page, words) {
      await page.getByRole('button', { name: words.limit, exact: true }).click();
    },
  },
  {
    name: 'draft-preview',
    path: '{draft-ar}',
    async show(page, words) {
      await page.getByRole('button', { name: words.previewOpen, exact: true }).click();
      await page.frameLocator('iframe').locator('h1').waitFor();
    },
  },
  { name: 'submit-override', path: '{draft}', show: ask('submit') },
  { name: 'force', path: '{draft}', show: ask('force') },
  { name: 'discard', path: '{draft}', show: ask('discard') },
  { name: 'discarded', path: '{discarded}' },
  { name: 'correction-discarded', like: 'discarded', path: '{correction-discarded}' },
  { name: 'releases-discarded', like: 'releases', path: '/releases?state=discarded' },
  { name: 'submitted', path: '{submitted}' },
  { name: 'approve', like: 'publish', path: '{submitted}', show: ask('approve') },
  { name: 'return', like: 'force', path: '{submitted}', show: ask('return') },
  { name: 'approved', path: '{approved}' },
  { name: 'publish', path: '{approved}', show: ask('publish') },
  { name: 'schedule', like: 'schedule-twice', path: '{approved}', show: schedule('2026-12-01', '09:00') },
  { name: 'schedule-twice', path: '{approved}', show: schedule('2027-10-31', '02:30') },
  { name: 'schedule-never', path: '{approved}', show: schedule('2027-03-28', '02:30') },
  { name: 'scheduled', path: '{scheduled}' },
  { name: 'held', like: 'scheduled', path: '{held}' },
  { name: 'published', path: '{published}' },
  { name: 'correct', path: '{published}', show: ask('correct') },
  { name: 'retract', path: '{published}', show: end('retract') },
  { name: 'correction', path: '{correction}' },
  { name: 'corrected-ar', like: 'published', path: '{corrected-ar}' },
  { name: 'withdrawn', like: 'published', path: '{withdrawn}' },
  { name: 'retracted', path: '{retracted}' },
  { name: 'forced', like: 'published', path: '{forced}' },
  { name: 'limited', like: 'approved', path: '{limited}' },
  { name: 'timeline', path: '/schedule' },
  { name: 'calendar', path: '/schedule?month=2026-11' },
  { name: 'people', like: 'roles', path: '/people' },
  { name: 'invite', path: '/people', show: ask('invite') },
  { name: 'roles', path: '/people', show: press('roles') },
  { name: 'institution', path: '/institution' },
  { name: 'boilerplate', like: 'boilerplate-new', path: '/boilerplate' },
  { name: 'boilerplate-new', path: '/boilerplate', show: press('boilerplateAdd') },
  { name: 'audit', path: '/audit' },
  { name: 'health', path: '/health' },
  { name: 'account', like: 'account-totp', path: '/account' },
  {
    name: 'account-totp',
    path: '/account',
    async show(page, words) {
      await press('totpBegin')(page, words);
      await page.locator('.secret').first().waitFor();
    },
  },
  {
    name: 'commands',
    path: '',
    async show(page) {
      await page.keyboard.press('Control+k');
      await dialog(page).getByRole('combobox').fill('ferry');
      await dialog(page).getByRole('option').nth(2).waitFor();
    },
  },
  { name: 'offline', path: '', show: offline, spoilsPage: true },
  { name: 'too-old', path: '', before: older, show: (page) => page.locator('.banner.fair').waitFor() },
  {
    name: 'broken',
    path: '',
    before: (page) => page.route('**/desk/api/work', (route) => route.fulfill({ json: { mine: 7 } })),
    show: (page) => page.locator('.banner.grave').waitFor(),
  },
];

export function screenCalled(name: string): DeskScreen {
  const screen = deskScreens.find((one) => one.name === name);
  if (screen === undefined) throw new TypeError(`there is no screen ${name}`);
  return screen;
}
