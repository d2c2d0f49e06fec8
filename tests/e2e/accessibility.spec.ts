import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';
import type { RunOptions } from 'axe-core';
import { RARE_STATES } from '../../tools/shots/rare-states.ts';
import { toFirstPage, type State } from '../../tools/shots/stage.ts';
import { MEMBER_STATES, SIGNED_OUT_STATES } from '../../tools/shots/states.ts';
import { SCHEMES } from '../../tools/shots/take-shots.ts';
import { db, forgetEverybody, uidOf } from './backend.ts';
import { expect, test, uniqueText, type Person } from './people.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const EVERYTHING: RunOptions = {
  resultTypes: ['violations'],
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // A picture in full has its description below it, for the eyes, and as its name, for the ears.
  rules: { 'image-redundant-alt': { enabled: false } },
};

/** Nothing else depends on the theme. */
const COLOURS: RunOptions = {
  resultTypes: ['violations'],
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
};

/** What axe finds in both themes, as lines to read. */
async function findings(page: Page, state: string): Promise<string[]> {
  await page.evaluate(AXE);
  const found: string[] = [];
  for (const [index, colorScheme] of SCHEMES.entries()) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const violations = await page.evaluate(
      async (options) => (await window.axe.run(options)).violations,
      index === 0 ? EVERYTHING : COLOURS,
    );
    for (const { id, nodes } of violations) {
      found.push(`${state}, ${colorScheme}: ${id} ${nodes.map(({ html }) => html).join(' ')}`);
    }
  }
  return found;
}

async function findingsIn(
  person: Person,
  states: readonly State[],
  uid: string,
  other: { uid: string; username: string },
): Promise<string[]> {
  const { page, context } = person;
  const found: string[] = [];
  for (const { name, show } of states) {
    const stage = { page, context, db, uid, other };
    await toFirstPage(stage);
    if (uid !== '') await person.expectRoom();
    await show(stage);
    found.push(...(await findings(page, name)));
  }
  return found;
}

test('[SH17] axe finds nothing before signing in, in both themes', async ({ visit }) => {
  const nobody = { uid: '', username: '' };
  expect(await findingsIn(await visit('Ada'), SIGNED_OUT_STATES, '', nobody)).toEqual([]);
});

test('[SH17] axe finds nothing in the room and its dialogs, in both themes', async ({ join }) => {
  test.setTimeout(300_000);
  const { ada, other } = await twoPeople(join);
  expect(await findingsIn(ada, MEMBER_STATES, await uidOf(ada.username), other)).toEqual([]);
});

test('[SH17] axe finds nothing where something is missing, late or broken, in both themes', async ({
  join,
}) => {
  test.setTimeout(300_000);
  // One of the states is an empty room, which has to be emptied.
  await forgetEverybody();
  const { ada, other } = await twoPeople(join);
  expect(await findingsIn(ada, RARE_STATES, await uidOf(ada.username), other)).toEqual([]);
});

async function twoPeople(join: (name: string) => Promise<Person>) {
  const ada = await join('Ada');
  const bea = await join('Bea');
  const text = uniqueText('Hello');
  await bea.write(text);
  await bea.expectSent(text);
  return { ada, other: { uid: await uidOf(bea.username), username: bea.username } };
}
