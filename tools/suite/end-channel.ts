/**
 * Tells the Firestore emulator that a client's channel has ended. It never notices that one has
 * vanished: it goes on collecting what happens for it, and works on that more and more.
 * `url`: of any request of that channel.
 */
export async function endChannel(url: string): Promise<void> {
  const { origin, pathname, searchParams } = new URL(url);
  const parameters = new URLSearchParams({
    VER: '8',
    database: searchParams.get('database') ?? '',
    SID: searchParams.get('SID') ?? '',
    RID: '1',
    TYPE: 'terminate',
  });
  await fetch(`${origin}${pathname}?${parameters}`, { method: 'POST' }).catch(() => {});
}
