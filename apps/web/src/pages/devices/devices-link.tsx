import { Link } from '@tanstack/react-router';
import { useMessages } from '../../app/language.tsx';

/** Back to the devices of this home. */
export function DevicesLink({ home }: { readonly home: string }) {
  const t = useMessages('devices');
  return (
    <Link to="/devices" search={{ home }}>
      {t.title}
    </Link>
  );
}
