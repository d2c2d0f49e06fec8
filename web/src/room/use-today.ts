import { useEffect, useState } from 'react';

/** The time at which the day began, by this device's calendar; changes at midnight. */
export function useToday(): number {
  const [today, setToday] = useState(startOfDay);
  useEffect(() => {
    const untilTomorrowMs = new Date(today).setHours(24) - Date.now();
    const timer = setTimeout(() => setToday(startOfDay()), untilTomorrowMs);
    return () => clearTimeout(timer);
  }, [today]);
  return today;
}

function startOfDay(): number {
  return new Date().setHours(0, 0, 0, 0);
}
