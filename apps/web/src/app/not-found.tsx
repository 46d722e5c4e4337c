import { Link } from '@tanstack/react-router';
import { buttonClass } from '../ui/button.tsx';
import { Blank } from '../ui/pictures.tsx';
import { useMessages } from './language.tsx';

/** An address that leads nowhere. */
export function NotFound() {
  const t = useMessages('common');
  return (
    <main id="main">
      <Blank
        picture="missing"
        title={t.missing.title}
        level={1}
        actions={
          <Link to="/" className={buttonClass('primary')}>
            {t.missing.go}
          </Link>
        }
      >
        <p>{t.missing.text}</p>
      </Blank>
    </main>
  );
}
