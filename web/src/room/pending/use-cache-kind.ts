import { useEffect, useState } from 'react';
import { openDatabase, type Database } from '../../firebase/firestore.ts';

/** `undefined` until the database is open. */
export function useCacheKind(): Database['cache'] | undefined {
  const [cache, setCache] = useState<Database['cache']>();
  useEffect(() => {
    openDatabase().then(
      (database) => setCache(database.cache),
      () => setCache(undefined),
    );
  }, []);
  return cache;
}
