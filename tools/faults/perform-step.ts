import type { Backstage } from './backstage.ts';
import type { Participant } from './participant.ts';
import { paint } from './picture.ts';
import type { Deed, Step } from './plan.ts';
import type { SceneRecord } from './scene-record.ts';
import { withMark } from './story.ts';

export interface Scene {
  readonly people: readonly Participant[];
  readonly backstage: Backstage;
  readonly record: SceneRecord;
}

type StepTo<Kind extends Deed['do']> = Extract<Step, { readonly do: Kind }>;

/**
 * False: there was nothing to do it with, as no message that had failed.
 * @throws Error when the page does not let the person do it: after trouble that may well be
 */
export async function performStep(scene: Scene, step: Step): Promise<boolean> {
  const who = scene.people[step.person];
  if (who === undefined) throw new Error(`There is no person ${step.person}.`);
  if (step.do === 'delete') return remove(scene, who, step);
  if (step.do === 'retry') return retry(scene, who, step);
  await perform(scene, who, step);
  return true;
}

async function write(
  { record }: Scene,
  who: Participant,
  { person, tab }: StepTo<'write' | 'write many'>,
  words: string,
  count: number,
): Promise<void> {
  const mark = record.nextMark(person);
  const text = withMark(words, mark);
  const taken = record.picturesOf(person);
  const pictures = await Promise.all(
    Array.from({ length: count }, (_, index) => paint(taken + index)),
  );
  await who.write(tab, text, pictures, () =>
    record.write({ mark, person, text, pictures: pictures.map(({ colour }) => colour) }),
  );
}

async function remove(
  { record }: Scene,
  who: Participant,
  { person, tab, nth }: StepTo<'delete'>,
): Promise<boolean> {
  const mark = record.marksOf(person)[nth];
  if (mark === undefined || record.deleted.has(mark)) return false;
  const isCancelled = nth % 2 === 1 && (await who.press(tab, mark, 'Cancel sending'));
  if (!isCancelled && !(await who.press(tab, mark, 'Discard'))) {
    if (!(await who.press(tab, mark, 'Delete message'))) return false;
    await who.confirmDeletion(tab);
  }
  await who.untilGone(tab, mark);
  record.deleted.add(mark);
  record.say(`${person} deleted ${mark}`);
  return true;
}

async function retry(
  { record }: Scene,
  who: Participant,
  { person, tab }: StepTo<'retry'>,
): Promise<boolean> {
  const marks = record.marksOf(person);
  const isRefused = (mark: string) => record.refused.has(mark) && !record.deleted.has(mark);
  if (record.isRefusing(person) && marks.some(isRefused)) await who.untilFailed(tab);
  for (const mark of marks) {
    if (!(await who.press(tab, mark, 'Retry'))) continue;
    record.retried.add(mark);
    record.say(`${person} retried ${mark}`);
    return true;
  }
  return false;
}

async function perform(
  scene: Scene,
  who: Participant,
  step: Exclude<Step, StepTo<'delete' | 'retry'>>,
): Promise<void> {
  const { backstage, record } = scene;
  const { account, proxy } = who;
  const { faults } = proxy;
  switch (step.do) {
    case 'write':
      return write(scene, who, step, step.words, step.pictures);
    case 'write many':
      for (let count = 0; count < step.count; count += 1) await write(scene, who, step, 'More', 0);
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
      if (await backstage.rename(account, `${account.username}x`)) return undefined;
      throw new Error('The rules did not allow the new name.');
    case 'refuse messages':
      record.beginRefusing(step.person);
      return backstage.setRefused(account, true);
    case 'accept messages':
      await backstage.setRefused(account, false);
      record.endRefusing(step.person);
      return undefined;
    case 'skew clock':
      return who.skewClock(step.byMs);
    case 'spend quota':
      return backstage.spendQuota(account, step.left);
  }
}
