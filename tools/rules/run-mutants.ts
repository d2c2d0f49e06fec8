import { QuestionRunner } from './question-runner.ts';
import { loadRules, RulesCompileError, UnexpectedAnswerError } from './firestore-emulator.ts';
import type { Mutant } from './mutants.ts';
import type { RulesCase } from './request.ts';
import { WORLD } from './world.ts';

const HEAVY_CHARS = 500_000;
/** More than any other score. */
const HEAVY_WAITS = 1_000;

export type Verdict =
  | { readonly kind: 'killed'; readonly by: string; readonly asked: number }
  | { readonly kind: 'survived' }
  /** The compiler refuses it, so nobody can deploy it. */
  | { readonly kind: 'refused' };

export interface MutationRun {
  /** `host:port` of the Firestore emulator. */
  readonly address: string;
  readonly mutants: readonly Mutant[];
  readonly cases: readonly RulesCase[];
  /** How many mutants at a time, each in a project of its own. */
  readonly workers: number;
  readonly onVerdict?: (mutant: Mutant, verdict: Verdict) => void;
}

/**
 * Asks every mutant of the rules the cases until one is answered wrongly, those first that have
 * killed its neighbours.
 */
export async function runMutants(run: MutationRun): Promise<Map<Mutant, Verdict>> {
  const verdicts = new Map<Mutant, Verdict>();
  const killers = new Killers(run.cases);
  const queue = [...run.mutants];

  async function work(worker: number): Promise<void> {
    const project = { address: run.address, projectId: `demo-mutants-${worker}` };
    const runner = await QuestionRunner.open(project, WORLD);
    for (let mutant = queue.shift(); mutant !== undefined; mutant = queue.shift()) {
      const verdict = await judge(mutant);
      verdicts.set(mutant, verdict);
      run.onVerdict?.(mutant, verdict);
    }

    async function judge(mutant: Mutant): Promise<Verdict> {
      try {
        await loadRules(project, mutant.source);
      } catch (error) {
        if (error instanceof RulesCompileError) return { kind: 'refused' };
        throw error;
      }
      let asked = 0;
      for (const rulesCase of killers.likelyFirst(mutant)) {
        asked++;
        const answer = await runner.run(rulesCase).catch(notAllowed);
        if (answer === rulesCase.allowed) continue;
        killers.remember(mutant, rulesCase);
        return { kind: 'killed', by: rulesCase.title, asked };
      }
      return { kind: 'survived' };
    }
  }

  await Promise.all(Array.from({ length: run.workers }, (_, worker) => work(worker)));
  return verdicts;
}

function notAllowed(error: unknown): false {
  if (error instanceof UnexpectedAnswerError) return false;
  throw error;
}

class Killers {
  readonly #cases: readonly RulesCase[];
  /** The emulator's memory grows with each of these. */
  readonly #heavy: ReadonlySet<RulesCase>;
  readonly #killsByPlace = new Map<string, Map<RulesCase, number>>();

  constructor(cases: readonly RulesCase[]) {
    this.#cases = cases;
    this.#heavy = new Set(
      cases.filter(({ request }) => JSON.stringify(request).length > HEAVY_CHARS),
    );
  }

  remember({ place }: Mutant, rulesCase: RulesCase): void {
    const kills = this.#killsByPlace.get(place) ?? new Map<RulesCase, number>();
    kills.set(rulesCase, (kills.get(rulesCase) ?? 0) + 1);
    this.#killsByPlace.set(place, kills);
  }

  likelyFirst({ id, place, collections }: Mutant): RulesCase[] {
    const kills = this.#killsByPlace.get(place);
    const words = wordsOf(id);
    const scored = this.#cases
      .filter((rulesCase) => collections?.some((name) => touches(rulesCase, name)) ?? true)
      .map((rulesCase) => ({
        rulesCase,
        score:
          (kills?.get(rulesCase) ?? 0) +
          (rulesCase.allowed ? 1 : 0) +
          [...wordsOf(rulesCase.title)].filter((word) => words.has(word)).length -
          (this.#heavy.has(rulesCase) ? HEAVY_WAITS : 0),
      }));
    return scored.toSorted((a, b) => b.score - a.score).map(({ rulesCase }) => rulesCase);
  }
}

function wordsOf(text: string): Set<string> {
  return new Set(text.match(/[A-Za-z]{3,}/g));
}

/** Whether anything is asked about documents of the collection, or below them. */
function touches({ request }: RulesCase, collection: string): boolean {
  if ('list' in request) return request.list.collection === collection;
  const paths = 'get' in request ? [request.get] : request.commit.map(({ path }) => path);
  return paths.some((path) =>
    path.split('/').some((name, index) => index % 2 === 0 && name === collection),
  );
}
