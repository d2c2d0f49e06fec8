/**
 * Whether changes set functions off. What changes while they do not, no function ever learns of.
 * `env` names the suite: see `environmentFor`.
 */
export async function setBackgroundTriggers(
  env: NodeJS.ProcessEnv,
  to: 'enable' | 'disable',
): Promise<void> {
  const url = `http://${env['FIREBASE_EMULATOR_HUB']}/functions/${to}BackgroundTriggers`;
  const answer = await fetch(url, { method: 'PUT' });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
}
