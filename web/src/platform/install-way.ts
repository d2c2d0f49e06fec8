export interface Device {
  readonly userAgent: string;
  readonly maxTouchPoints: number;
  /** Plaza runs as an installed app. */
  readonly isStandalone: boolean;
  /** The browser has said that it would ask. */
  readonly hasPrompt: boolean;
}

/** `browser`: it asks by itself; `by-hand`: only the person can do it, in the menu of iOS. */
export type InstallWay = 'browser' | 'by-hand' | 'none';

/** How Plaza can be installed on a device. */
export function installWay({
  userAgent,
  maxTouchPoints,
  isStandalone,
  hasPrompt,
}: Device): InstallWay {
  if (isStandalone) return 'none';
  if (hasPrompt) return 'browser';
  // An iPad says that it is a Mac; no Mac has a touch screen.
  const isIos = /iPhone|iPod|iPad/.test(userAgent);
  const isIpad = userAgent.includes('Macintosh') && maxTouchPoints > 1;
  return isIos || isIpad ? 'by-hand' : 'none';
}
