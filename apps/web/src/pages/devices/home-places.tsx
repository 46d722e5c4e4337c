import { Link } from '@tanstack/react-router';
import { useLanguage } from '../../app/language.tsx';
import { SCREENS } from '../../generated/screens.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';

interface HomePlacesProps {
  readonly home: string;
  /** What this person may do there. */
  readonly acts: readonly string[];
}

/** Pages of a home that services bring: those that this person may open. */
export function HomePlaces({ home, acts }: HomePlacesProps) {
  const { language } = useLanguage();
  return SCREENS.flatMap((each) => each.home ?? [])
    .filter(({ act }) => acts.includes(act))
    .map(({ to, icon, label }) => (
      <Link key={to(home)} to={to(home) as string} className={buttonClass()}>
        <Icon of={icon} />
        {label[language]}
      </Link>
    ));
}
