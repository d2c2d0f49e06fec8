/** More than these are a text of emoji. */
const EMOJI_MAX = 6;
const EMOJI = new RegExp(String.raw`^(?:\p{RGI_Emoji}\s*){1,${EMOJI_MAX}}$`, 'v');

/** Whether a message is a few emoji and nothing else. */
export function isEmojiOnly(text: string): boolean {
  return EMOJI.test(text.trim());
}
