import { type Device, listDevices, News } from '@kept/service-devices/api';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answerKey } from '../../api/query.ts';

interface Listed {
  readonly devices: readonly Device[];
}

/** Keeps the devices of a home as they are now, for as long as the server lets this person look on. */
export function useLive(home: string | undefined): boolean {
  const client = useQueryClient();
  const [live, setLive] = useState(false);
  useEffect(() => {
    if (home === undefined) return;
    const source = new EventSource(`/api/homes/${home}/live`);
    const queryKey = answerKey(listDevices);
    source.addEventListener('begun', () => {
      setLive(true);
      // What was told between the list and this moment is in neither.
      void client.invalidateQueries({ queryKey });
    });
    source.addEventListener('error', () => setLive(false));
    source.addEventListener('message', ({ data }) => {
      const { success, data: news } = News.safeParse(JSON.parse(String(data)));
      if (!success) return;
      client.setQueriesData<Listed>({ queryKey }, (was) => was && withNews(was, news));
      const all = client.getQueriesData<Listed>({ queryKey });
      const isKnown = all.some(([, listed]) => listed?.devices.some(({ id }) => id === news.device));
      // A list that is on its way may be older than this, and would take its place: it is asked for anew.
      if (!isKnown || client.isFetching({ queryKey }) > 0) void client.invalidateQueries({ queryKey });
    });
    return () => source.close();
  }, [client, home]);
  return live;
}

const withNews = (was: Listed, { device, readings }: News): Listed => ({
  devices: was.devices.map((each) => {
    if (each.id !== device) return each;
    const fresh = new Map([...each.readings, ...readings].map((reading) => [reading.key, reading]));
    const online = fresh.get('availability')?.value;
    fresh.delete('availability');
    const seen = Math.max(each.seen ?? 0, ...readings.map(({ at }) => at));
    return {
      ...each,
      seen,
      online: online === undefined ? each.online : online === 'online',
      readings: [...fresh.values()],
    };
  }),
});
