import { MESSAGES } from '@plaza/shared/paths';
import { expect, test } from 'vitest';
import { pick, randomInt, seededRandom } from '../../../../tools/random/seeded-random.ts';
import { RowMaker, type RowsInput } from './rows.ts';
import { entryOf } from './testing/entry-of.ts';
import { messageAt } from './testing/server-room.ts';
import { Timeline } from './timeline.ts';

const SEEDS = Array.from({ length: 40 }, (_, seed) => seed);
const STEPS = 80;
const PEOPLE = ['ada', 'bob', 'cleo'];
const HOUR_MICROS = 3_600_000_000;

test.each(SEEDS)(
  '[RM17] rows that are made step by step are those that are made at once (seed %i)',
  (seed) => {
    const random = seededRandom(seed);
    const timeline = new Timeline();
    const maker = new RowMaker();
    let input: RowsInput = {
      messages: timeline.messages,
      entries: [],
      deleted: new Set(),
      hiddenUids: new Set(),
      uid: 'ada',
      username: 'Ada',
      isOnline: true,
      unreadLine: null,
    };

    function write(): void {
      const uid = pick(random, PEOPLE);
      const micros = randomInt(random, 0, 100) * HOUR_MICROS + randomInt(random, 0, 1_000_000);
      const id = `m${randomInt(random, 0, 60)}`;
      timeline.put(messageAt(id, micros, { uid, username: uid }), MESSAGES);
    }

    function changeReader(): void {
      const message = timeline.messages[randomInt(random, 0, timeline.messages.length)];
      const changes: Partial<RowsInput>[] = [
        { username: `Ada${randomInt(random, 0, 9)}` },
        { hiddenUids: new Set(random() < 0.5 ? ['bob'] : []) },
        { deleted: new Set(message === undefined ? [] : [message.messageId]) },
        { unreadLine: { after: message?.place ?? '', cameBackAt: Infinity } },
        { entries: random() < 0.5 ? [] : [entryOf(message?.messageId ?? 'e', 1, 'sending')] },
        { isOnline: random() < 0.5 },
      ];
      input = { ...input, ...pick(random, changes) };
    }

    for (let step = 0; step < STEPS; step += 1) {
      for (let changes = randomInt(random, 0, 3); changes >= 0; changes -= 1) {
        const known = timeline.messages.map(({ messageId }) => messageId);
        if (random() < 0.65 || known.length === 0) write();
        else timeline.drop(pick(random, known));
      }
      if (random() < 0.2) changeReader();
      expect(maker.rowsFrom(input)).toEqual(new RowMaker().rowsFrom(input));
    }
  },
);
