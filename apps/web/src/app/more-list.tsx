import { Link } from '@tanstack/react-router';
import { LogOut } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from '../ui/icon.tsx';
import { useLanguage, useMessages } from './language.tsx';
import { type ConsolePath, nameOf, type PersonPath, type Place } from './navigation.ts';
import { Page } from './page.tsx';
import { useSignOut } from './session.ts';
import './more-list.css';

/** Places that do not fit at the foot of a phone, and the way out. */
export function MoreList({
  places,
  children,
}: {
  places: readonly Place<PersonPath | ConsolePath>[];
  children?: ReactNode;
}) {
  const t = useMessages('shell');
  const { language } = useLanguage();
  const signOut = useSignOut();
  return (
    <Page title={t.morePage.title} lead={t.morePage.lead}>
      <ul className="morelist">
        {places.map((place) => (
          <li key={place.to}>
            <Link to={place.to}>
              <Icon of={place.icon} />
              {nameOf(place, t.places, language)}
            </Link>
          </li>
        ))}
        {children}
        <li>
          <button type="button" onClick={() => void signOut()}>
            <Icon of={LogOut} />
            {t.signOut}
          </button>
        </li>
      </ul>
    </Page>
  );
}
