import { clear, isAllowed, seed, type EmulatorProject } from './firestore-emulator.ts';
import type { Fields } from './firestore-value.ts';
import type { Documents, Question } from './request.ts';

/**
 * Asks questions, one after the other, in a project that nobody else uses: each finds the world with its
 * own seed, whatever the one before has done.
 */
export class QuestionRunner {
  readonly #project: EmulatorProject;
  readonly #world: Documents;
  /** Where the project may differ from the world. */
  #dirty: ReadonlySet<string>;

  private constructor(project: EmulatorProject, world: Documents) {
    this.#project = project;
    this.#world = world;
    this.#dirty = new Set(Object.keys(world));
  }

  /** Empties the project. */
  static async open(project: EmulatorProject, world: Documents): Promise<QuestionRunner> {
    await clear(project);
    return new QuestionRunner(project, world);
  }

  /** Whether the rules allow it. @throws UnexpectedAnswerError */
  async run({
    actor,
    request,
    seed: changes = {},
    withinMs = Infinity,
  }: Question): Promise<boolean> {
    for (;;) {
      const seededAt = Date.now();
      await this.#restore(changes);
      const answer = await isAllowed(this.#project, actor, request);
      if (answer && 'commit' in request) {
        this.#dirty = new Set([...this.#dirty, ...request.commit.map(({ path }) => path)]);
      }
      if (Date.now() - seededAt < withinMs) return answer;
    }
  }

  async #restore(changes: Readonly<Record<string, Fields | null>>): Promise<void> {
    const paths = [...new Set([...this.#dirty, ...Object.keys(changes)])];
    if (paths.length > 0) {
      const documents = paths.map((path): [string, Fields | null] => [
        path,
        changes[path] !== undefined ? changes[path] : (this.#world[path] ?? null),
      ]);
      await seed(this.#project, Object.fromEntries(documents));
    }
    this.#dirty = new Set(Object.keys(changes));
  }
}
