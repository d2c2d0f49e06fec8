import { MESSAGES } from '@plaza/shared/paths';
import { db } from './backend.ts';
import { expect, test, uniqueText } from './people.ts';

async function expectStored(text: string): Promise<void> {
  const found = db.collection(MESSAGES).where('text', '==', text).count();
  await expect.poll(async () => (await found.get()).data().count).toBe(1);
}

test('[RM44] what comes late, behind a message of one’s own, is shown in every tab', async ({
  join,
  line,
}) => {
  const ada = await join('Ada');
  await ada.expectLoadedRoom();
  const bob = await join('Bob');
  line.faults.holdsNews = true;
  const theirs = uniqueText('Held up');
  await bob.write(theirs);
  await expectStored(theirs);
  const own = uniqueText('Overtakes it');
  const { answersToWrites } = line.faults;
  await ada.write(own);
  await expectStored(own);
  await expect.poll(() => line.faults.answersToWrites).toBeGreaterThan(answersToWrites);
  const second = await ada.openTab();
  await expect(second.messages(own)).toHaveCount(1);
  line.faults.holdsNews = false;
  await expect(ada.messages(theirs)).toHaveCount(1);
  await expect(second.messages(theirs)).toHaveCount(1);
});
