import { setTimeout } from 'node:timers/promises';
import { usernamePath } from '@plaza/shared/paths';
import { usernameKeyFrom } from '@plaza/shared/username';
import { PASSWORD } from '../../tools/browser/create-account.ts';
import { db } from './backend.ts';
import { loseAnswer } from './lose-answer.ts';
import { expect, test, uniqueName } from './people.ts';

const DAY_MS = 86_400_000;

/** As far as it matters here. */
interface ListenRequest {
  readonly addTarget?: {
    readonly targetId: number;
    readonly documents?: { readonly documents: readonly string[] };
  };
  readonly removeTarget?: number;
}

test('[AC1] signing up leads into the room', async ({ visit }) => {
  const ada = await visit('Ada');
  await ada.signUp();
  await ada.page.getByRole('button', { name: 'Account' }).click();
  await expect(ada.page.getByRole('menu')).toContainText(ada.username);
});

test('[AC2] a reload keeps the session', async ({ join }) => {
  const ada = await join('Ada');
  await ada.page.reload();
  await ada.expectRoom();
});

test('[AC3] [AC4] signing out and in again; a wrong password is refused', async ({ join }) => {
  const ada = await join('Ada');
  await ada.signOut();
  await ada.signIn('not the password');
  await expect(ada.page.getByRole('alert')).toHaveText('Email or password is wrong.');
  await ada.signIn();
  await ada.expectRoom();
});

test('[AC4] an unknown account is answered like a wrong password', async ({ visit }) => {
  const nobody = await visit('Nobody');
  await nobody.page.goto('/');
  await nobody.signIn();
  await expect(nobody.page.getByRole('alert')).toHaveText('Email or password is wrong.');
});

test('[AC5] a taken username is refused beside its field, another is accepted', async ({
  join,
  visit,
}) => {
  const ada = await join('Ada');
  const bob = await visit('Bob');
  await bob.page.goto('/');
  await bob.fillSignUp({ username: ada.username.toUpperCase() });
  await bob.submitSignUp();
  await expect(bob.page.getByLabel('Username')).toHaveAccessibleDescription(/is taken/);
  await expect(bob.page.getByLabel('Email')).toHaveValue(bob.email);
  await bob.page.getByLabel('Username').fill(bob.username);
  await bob.submitSignUp();
  await bob.expectRoom();
});

test('[AC22] a username that was given up is taken for 30 days, then it can be had', async ({
  visit,
}) => {
  const ada = await visit('Ada');
  const claim = db.doc(usernamePath(usernameKeyFrom(ada.username)));
  const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);
  const released = (days: number) =>
    claim.set({ uid: 'somebody', claimedAt: daysAgo(90), releasedAt: daysAgo(days) });
  await released(29);
  await ada.page.goto('/');
  await ada.fillSignUp();
  await ada.submitSignUp();
  await expect(ada.page.getByLabel('Username')).toHaveAccessibleDescription(/is taken/);
  await released(31);
  await ada.submitSignUp();
  await ada.expectRoom();
});

test('[AC22] an account whose claim was made, but not answered, is not told that it is taken', async ({
  visit,
}) => {
  const ada = await visit('Ada');
  await ada.page.goto('/');
  await ada.fillSignUp();
  const alerts = await ada.page.evaluateHandle(() => {
    const seen: string[] = [];
    new MutationObserver(() => {
      const texts = [...document.querySelectorAll('[role=alert]')].map((one) => one.textContent);
      seen.push(...texts.filter((text) => text !== ''));
    }).observe(document.body, {
      attributes: true,
      characterData: true,
      childList: true,
      subtree: true,
    });
    return seen;
  });
  await loseAnswer(ada.page);
  await ada.submitSignUp();
  await ada.expectRoom();
  expect(await alerts.jsonValue()).toEqual([]);
});

test('[AC5] another username is accepted before the page has heard that the account has none', async ({
  join,
  visit,
}) => {
  const ada = await join('Ada');
  const bob = await visit('Bob');
  await bob.page.route(/Listen\/channel/, (route) => route.abort());
  await bob.page.goto('/');
  await bob.fillSignUp({ username: ada.username });
  await bob.submitSignUp();
  await expect(bob.page.getByLabel('Username')).toHaveAccessibleDescription(/is taken/);
  await bob.page.getByLabel('Username').fill(bob.username);
  await bob.submitSignUp();
  await expect(bob.page.getByRole('button', { name: 'Create account' })).toBeDisabled();
  await bob.page.unroute(/Listen\/channel/);
  await bob.expectRoom();
});

test('[AC19] nobody listens for a profile that is being claimed', async ({ visit }) => {
  const ada = await visit('Ada');
  const listened = new Set<number>();
  let atCommit: number | null = null;
  ada.page.on('request', (request) => {
    if (!request.url().includes('Listen/channel')) return;
    for (const [name, text] of new URLSearchParams(request.postData() ?? '')) {
      if (!name.endsWith('___data__')) continue;
      const { addTarget, removeTarget } = JSON.parse(text) as ListenRequest;
      if (addTarget?.documents?.documents[0]?.includes('/users/') === true) {
        listened.add(addTarget.targetId);
      }
      if (removeTarget !== undefined) listened.delete(removeTarget);
    }
  });
  await ada.page.route(/documents:commit/, async (route) => {
    // What the page asks for beside the claim goes out meanwhile.
    await setTimeout(500);
    atCommit = listened.size;
    await route.continue();
  });
  await ada.signUp();
  expect(atCommit).toBe(0);
  expect(listened.size).toBe(1);
});

test('[AC6] an account without a username is asked for one', async ({ join, visit }) => {
  const ada = await join('Ada');
  const bob = await visit('Bob');
  await bob.page.goto('/');
  await bob.fillSignUp({ username: ada.username });
  await bob.submitSignUp();
  await expect(bob.page.getByLabel('Username')).toHaveAccessibleDescription(/is taken/);
  await bob.page.reload();
  await expect(bob.page.getByRole('heading', { name: 'Choose a username' })).toBeVisible();
  await bob.page.getByLabel('Username').fill(bob.username);
  await bob.page.getByRole('button', { name: 'Save username' }).click();
  await bob.expectRoom();
});

for (const [field, value, message] of [
  ['Email', 'ada@example', 'e-mail address'],
  ['Email', 'ada example.com', 'e-mail address'],
  ['Password', 'short', 'at least 8'],
  ['Username', 'ad', 'at least 3'],
  ['Username', 'a'.repeat(21), 'at most 20'],
  ['Username', 'ada lovelace', 'only letters'],
  ['Username', 'ada😀', 'only letters'],
  ['Username', 'Admin', 'reserved'],
] as const) {
  test(`[AC7] ${field} "${value}" is refused beside the field`, async ({ visit }) => {
    const ada = await visit('Ada');
    await ada.page.goto('/');
    await ada.fillSignUp({ [field.toLowerCase()]: value });
    await ada.submitSignUp();
    await expect(ada.page.getByLabel(field)).toHaveAccessibleDescription(new RegExp(message));
    await expect(ada.page.getByLabel(field)).toBeFocused();
  });
}

test('[AC8] an e-mail address in use is refused beside its field', async ({ join, visit }) => {
  const ada = await join('Ada');
  const bob = await visit('Bob');
  await bob.page.goto('/');
  await bob.fillSignUp({ email: ada.email, password: PASSWORD, username: uniqueName('Bob') });
  await bob.submitSignUp();
  await expect(bob.page.getByLabel('Email')).toHaveAccessibleDescription(
    /account with this e-mail/,
  );
});
