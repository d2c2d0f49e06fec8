const BOUNDS = /\{(\d+),(\d+)\}/g;
const CHARACTER_CLASS = /\[(\^?)((?:\\\\.(?:\{\w+\})?|[^\]\\])+)\]/g;
/** A range, an escape of the language inside a string, or a character. */
const CLASS_ATOM = /[^\\]-[^\]\\]|\\\\.(?:\{\w+\})?|[^]/gu;
const WHOLE_PARTS = /\(\?s\)|\.\*/g;

/** A regular expression, as it stands in the rules' source, one small step away. */
export function mutatePattern(pattern: string): string[] {
  const mutants: string[] = [];
  function replace(found: RegExpMatchArray, offset: number, length: number, text: string): void {
    const at = (found.index ?? 0) + offset;
    mutants.push(pattern.slice(0, at) + text + pattern.slice(at + length));
  }
  for (const found of pattern.matchAll(WHOLE_PARTS)) replace(found, 0, found[0].length, '');
  for (const found of pattern.matchAll(BOUNDS)) {
    const [whole, least = '', most = ''] = found;
    const bounds = [Number(least), Number(most)] as const;
    for (const [low, high] of neighbours(...bounds)) {
      if (low >= 0 && low <= high) replace(found, 0, whole.length, `{${low},${high}}`);
    }
  }
  for (const found of pattern.matchAll(CHARACTER_CLASS)) {
    const [, negation = '', members = ''] = found;
    const atoms = [...members.matchAll(CLASS_ATOM)];
    for (const atom of atoms) {
      const offset = 1 + negation.length + atom.index;
      if (atoms.length > 1) replace(found, offset, atom[0].length, '');
      const [, first = '', last = ''] = /^(.)-(.)$/u.exec(atom[0]) ?? [];
      if (last === '') continue;
      const isMember = new RegExp(`[${members.replaceAll('\\\\', '\\')}]`, 'u');
      const ends = [first.charCodeAt(0), last.charCodeAt(0)] as const;
      for (const [low, high] of neighbours(...ends)) {
        const added = low < ends[0] ? low : high;
        if (high - low > ends[1] - ends[0] && isMember.test(String.fromCharCode(added))) continue;
        const range = [low, high].map((code) => escapeInClass(String.fromCharCode(code)));
        replace(found, offset, atom[0].length, range.join('-'));
      }
    }
    if (negation !== '') replace(found, 1, 1, '');
  }
  return mutants;
}

/** Each end of a range moved by one, in and out. */
function neighbours(low: number, high: number): [number, number][] {
  return [
    [low - 1, high],
    [low + 1, high],
    [low, high - 1],
    [low, high + 1],
  ];
}

function escapeInClass(character: string): string {
  return /[\w@/:`{]/.test(character) ? character : `\\\\${character}`;
}
