/** The 40 people of a seeded room. */
export const SEED_USERNAMES: readonly string[] = [
  'Ada Amara Anouk Basil Bea Benoit Chidi Clara Dario Dilan',
  'Elif Emre Farah Finn Greta Hana Hugo Ines Ivo Jun',
  'Kaia Kofi Lea Luca Maya Milo Nadia Noor Oskar Paz',
  'Quinn Rafa Rosa Sami Tomoko Uma Viktor Wanda Yara Zeno',
].flatMap((row) => row.split(' '));

export const SEED_PASSWORD = 'plaza-plaza';

export function seedEmail(username: string): string {
  return `${username.toLowerCase()}@example.com`;
}
