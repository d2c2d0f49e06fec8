import { expect, test } from 'vitest';
import { planFrom } from './plan.ts';
import { THEME_NAMES } from './themes.ts';

const PLANS = Array.from({ length: 300 }, (_, seed) => planFrom(seed));

test('[FT3] the same seed gives the same scenario, another seed another', () => {
  expect(planFrom(7)).toEqual(planFrom(7));
  expect(new Set(PLANS.map((plan) => JSON.stringify(plan.steps))).size).toBe(PLANS.length);
});

test('[FT3] 2 or 3 people, each with 1 to 3 tabs, and every theme and deed comes up', () => {
  for (const { tabs } of PLANS) {
    expect([2, 3]).toContain(tabs.length);
    for (const count of tabs) expect([1, 2, 3]).toContain(count);
  }
  expect(new Set(PLANS.map(({ theme }) => theme))).toEqual(new Set(THEME_NAMES));
  const deeds = new Set(PLANS.flatMap(({ steps }) => steps.map((step) => step.do)));
  expect(deeds.size).toBe(23);
});

test('[FT3] nobody acts in a tab that is not open, and nothing opens twice', () => {
  for (const { tabs, steps } of PLANS) {
    const open = new Set(tabs.flatMap((count, person) => tabNames(person, count)));
    for (const step of steps.filter((one) => 'tab' in one)) {
      const name = `${step.person}/${step.tab}`;
      expect(open.has(name)).toBe(step.do !== 'open');
      if (step.do === 'open') open.add(name);
      if (step.do === 'kill') open.delete(name);
    }
  }
});

function tabNames(person: number, count: number): string[] {
  return Array.from({ length: count }, (_, tab) => `${person}/${tab}`);
}
