import type { Backstage } from './backstage.ts';
import type { Participant } from './participant.ts';
import { paint } from './picture.ts';
import type { Step } from './plan.ts';
import type { SceneRecord } from './scene-record.ts';
import { withMark } from './story.ts';

export interface Scene {
  readonly people: readonly Participant[];
  readonly backstage: Backstage;
  readonly record: SceneRecord;
}

/** @throws Error when the page does not let the person do it: after trouble that may well be */
export async function performStep({ people, backstage, record }: Scene, step: Step): Promise<void> {
  const { person } = step;
  const who = people[person];
  if (who === undefined) throw new Error(`There is no person ${person}.`);
  const { account, proxy } = who;
  const { faults } = proxy;

  async function write(tab: number, words: string, count: number): Promise<void> {
    const mark = record.nextMark(person);
    const text = withMark(words, mark);
    const taken = record.picturesOf(person);
    const pictures = await Promise.all(
      Array.from({ length: count }, (_, index) => paint(taken + index)),
    );
    await who?.write(tab, text, pictures, () =>
      record.write({ mark, person, text, pictures: pictures.map(({ colour }) => colour) }),
    );
  }

  switch (step.do) {
    case 'write':
      return write(step.tab, step.words, step.pictures);
    case 'write many':
      for (let count = 0; count < step.count; count += 1) await write(step.tab, 'More', 0);
      return undefined;
    case 'delete': {
      const mark = record.marksOf(person)[step.nth];
      if (mark === undefined || record.deleted.has(mark)) return undefined;
      if (!(await who.press(step.tab, mark, 'Discard'))) {
        if (!(await who.press(step.tab, mark, 'Delete message'))) return undefined;
        await who.confirmDeletion(step.tab);
      }
      await who.untilGone(step.tab, mark);
      record.deleted.add(mark);
      record.say(`${person} deleted ${mark}`);
      return undefined;
    }
    case 'retry':
      for (const mark of record.marksOf(person)) {
        if (!(await who.press(step.tab, mark, 'Retry'))) continue;
        record.retried.add(mark);
        record.say(`${person} retried ${mark}`);
        break;
      }
      return undefined;
    case 'reload':
      return who.reload(step.tab);
    case 'open':
      return who.open(step.tab);
    case 'kill':
      return who.kill(step.tab, step.how);
    case 'freeze':
      return who.freeze(step.tab);
    case 'thaw':
      return who.thaw(step.tab);
    case 'go offline':
    case 'go online':
      return who.setOffline(step.do === 'go offline');
    case 'break network':
      faults.outage = step.outage;
      return undefined;
    case 'slow network':
      faults.delayMs = step.delayMs;
      faults.bytesPerSecond = step.bytesPerSecond;
      return undefined;
    case 'mend network':
      faults.heal();
      return undefined;
    case 'cut connections':
      faults.cutConnections();
      return undefined;
    case 'lose acknowledgement':
      faults.loseNextAcknowledgement();
      return undefined;
    case 'refuse token':
      faults.refuseTokens(Math.floor(Date.now() / 1_000));
      return undefined;
    case 'end session':
      await backstage.setDisabled(account, true);
      faults.refuseTokens(Math.floor(Date.now() / 1_000));
      return undefined;
    case 'rename':
      await backstage.rename(account, `${account.username}x`);
      return undefined;
    case 'refuse messages':
      record.beginRefusing(person);
      return backstage.setRefused(account, true);
    case 'accept messages':
      await backstage.setRefused(account, false);
      record.endRefusing(person);
      return undefined;
    case 'skew clock':
      return who.skewClock(step.byMs);
    case 'spend quota':
      return backstage.spendQuota(account, step.left);
  }
}
