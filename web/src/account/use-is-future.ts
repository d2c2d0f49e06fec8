import { useEffect, useState } from 'react';

/** Whether a time, in milliseconds since 1970, has yet to come; changes when it does. */
export function useIsFuture(time: number): boolean {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), time - Date.now());
    return () => clearTimeout(timer);
  }, [time]);
  return time > now;
}
