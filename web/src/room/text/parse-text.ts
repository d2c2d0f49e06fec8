import { LinkifyIt } from 'linkify-it';

/** A piece of a message, to be shown as it is: nothing in it is markup. */
export type TextPart =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'block'; readonly text: string }
  | { readonly type: 'link'; readonly text: string; readonly url: string };

/** Without a scheme only what ends like this is a link: main.rs and notes.md are files. */
const ENDINGS = [
  'com',
  'org',
  'net',
  'edu',
  'gov',
  'info',
  'io',
  'dev',
  'app',
  'de',
  'eu',
  'at',
  'ch',
];
const SCHEMES = ['http://', 'https://', 'mailto:'];

const linkify = new LinkifyIt({ fuzzyLink: true, tlds: ENDINGS }).add('ftp:', null).add('//', null);

/** A fence opens and closes on a line of its own or around one line; its first line may name a language. */
const CODE = /```(?:[\w+#-]*\n(?!```))?([\s\S]+?)\n?```|`([^`\n]+)`/g;

export function parseText(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(CODE)) {
    parts.push(...partsWithLinks(text.slice(end, match.index)));
    const [whole, block, inline] = match;
    if (block === undefined) parts.push({ type: 'code', text: inline ?? '' });
    else parts.push({ type: 'block', text: block });
    end = match.index + whole.length;
  }
  parts.push(...partsWithLinks(text.slice(end)));
  return parts;
}

function partsWithLinks(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const link of linkify.match(text) ?? []) {
    const url = link.schema === '' ? link.url.replace(/^http:/, 'https:') : link.url;
    if (!SCHEMES.some((scheme) => url.toLowerCase().startsWith(scheme))) continue;
    if (link.index > end) parts.push({ type: 'text', text: text.slice(end, link.index) });
    parts.push({ type: 'link', text: link.raw, url });
    end = link.lastIndex;
  }
  if (end < text.length) parts.push({ type: 'text', text: text.slice(end) });
  return parts;
}
