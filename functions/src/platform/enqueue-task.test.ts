import { expect, test } from 'vitest';
import { taskId } from './enqueue-task.ts';

test('[FN27] a task is the same in whichever order its fields come', () => {
  const task = {
    part: 2,
    place: { collection: 'messages', after: { seconds: 1, nanoseconds: 2 } },
  };
  const stored = {
    place: { after: { nanoseconds: 2, seconds: 1 }, collection: 'messages' },
    part: 2,
  };
  expect(taskId(stored)).toBe(taskId(task));
  expect(taskId({ ...stored, part: 3 })).not.toBe(taskId(task));
  const other = { ...task.place, after: { seconds: 1, nanoseconds: 3 } };
  expect(taskId({ ...task, place: other })).not.toBe(taskId(task));
});
