import { MoreList } from '../../app/more-list.tsx';
import { consoleMore, placesFor } from '../../app/navigation.ts';
import { useSession } from '../../app/session.ts';

/** The places of the console that do not fit at the foot of a phone. */
export function ConsoleMorePage() {
  const session = useSession();
  if (session.data?.role !== 'operator') return null;
  return <MoreList places={placesFor(consoleMore, session.data.operator.role)} />;
}
