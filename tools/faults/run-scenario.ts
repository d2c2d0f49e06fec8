import { setTimeout as sleep } from 'node:timers/promises';
import { violationsIn, type Violation } from './checks.ts';
import { startFaultProxy } from './fault-proxy.ts';
import { heal, settle } from './heal.ts';
import type { Stage } from './open-stage.ts';
import { Participant } from './participant.ts';
import { performStep, type Scene } from './perform-step.ts';
import type { Deed, Plan } from './plan.ts';
import { SceneRecord } from './scene-record.ts';

/** What slows a message down at most. */
const HARMLESS: ReadonlySet<Deed['do']> = new Set([
  'write',
  'write many',
  'delete',
  'open',
  'slow network',
  'mend network',
]);

export interface Outcome {
  readonly plan: Plan;
  readonly violations: readonly Violation[];
  /** What was really done, of what was planned. */
  readonly done: readonly Deed['do'][];
  /** How many were written. */
  readonly messages: number;
  /** What was done and seen, line by line, with seconds since the beginning. */
  readonly log: readonly string[];
}

/** Plays a scenario through, heals everything, judges what is left, and leaves none of it behind. */
export async function runScenario(stage: Stage, plan: Plan): Promise<Outcome> {
  const record = new SceneRecord();
  const people = await Promise.all(
    plan.tabs.map((_, person) => arrive(stage, record, person, plan.hasCache)),
  );
  const scene: Scene = { people, backstage: stage.backstage, record };
  const done: Deed['do'][] = [];
  function outcomeWith(violations: readonly Violation[]): Outcome {
    return { plan, violations, done, messages: record.written.length, log: record.log };
  }
  try {
    await Promise.all(people.map((who, person) => openTabs(who, plan.tabs[person] ?? 1)));
    for (const { afterMs, ...step } of plan.steps) {
      await sleep(afterMs);
      record.say(JSON.stringify(step));
      try {
        if (await performStep(scene, { afterMs, ...step })) done.push(step.do);
      } catch (error) {
        record.say(`  could not: ${firstLine(error)}`);
      }
    }
    await heal(scene);
    const end = await settle(scene);
    const sentAgain = people.flatMap(({ proxy }, person) =>
      isUndisturbed(plan, person) ? [...proxy.faults.sentAgain] : [],
    );
    return outcomeWith(violationsIn(record.tell({ ...end, sentAgain })));
  } catch (error) {
    return outcomeWith([{ check: 'everybody is in the room again', detail: firstLine(error) }]);
  } finally {
    await Promise.all(people.map((who) => who.leave()));
    // Every page of later scenarios would draw it.
    await Promise.all(people.map(({ account }) => stage.backstage.deleteMessagesOf(account)));
  }
}

/** Somebody new, with a line of their own. */
export async function arrive(
  { browser, backstage, suite, clientFolder }: Stage,
  record: SceneRecord,
  person: number,
  hasCache = true,
): Promise<Participant> {
  const account = await backstage.createAccount(`p${person}_run${record.run}`);
  const proxy = await startFaultProxy(suite, clientFolder);
  return Participant.arrive(browser, account, proxy, {
    hasCache,
    onItems: (tab, items) => record.see(person, tab, items),
  });
}

async function openTabs(who: Participant, count: number): Promise<void> {
  for (let tab = 0; tab < count; tab += 1) await who.open(tab);
}

/** Nothing happened to this person that would make another tab send. */
function isUndisturbed({ steps }: Plan, person: number): boolean {
  return steps.every((step) => step.person !== person || HARMLESS.has(step.do));
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';
}
