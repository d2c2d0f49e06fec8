import { useEffect, useState } from 'react';
import { subscribeToSession, type Session } from './session.ts';

export function useSession(): Session {
  const [session, setSession] = useState<Session>({ status: 'loading' });
  useEffect(() => subscribeToSession(setSession), []);
  return session;
}
