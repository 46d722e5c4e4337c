import type { Instant } from '@kept/api';
import { useEffect, useState } from 'react';

/** The present, told anew every half minute. */
export function useNow(): Instant {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
