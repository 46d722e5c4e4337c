import { useState } from 'react';
import { useMessages } from '../../app/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/status.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useToast } from '../../ui/toast.tsx';

const preferences = ['kept.language', 'kept.theme', 'kept.ledger-keys'];

function storedHere(): boolean {
  try {
    return preferences.some((name) => localStorage.getItem(name) !== null);
  } catch {
    return false;
  }
}

/** What this browser holds: nothing is counted and nobody is followed, so there is little to choose. */
export function ThisBrowser() {
  const t = useMessages('choices').browser;
  const { say } = useToast();
  const [stored, setStored] = useState(storedHere);
  const signal = (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl === true;
  const forget = (): void => {
    for (const name of preferences) localStorage.removeItem(name);
    delete document.documentElement.dataset.theme;
    setStored(false);
    say(t.forgotten);
  };
  return (
    <section className="sect" aria-labelledby="browser-heading">
      <div className="sect-head">
        <h2 id="browser-heading">{t.title}</h2>
        <span className="small">{t.only}</span>
      </div>
      {signal && (
        <div className="mb-5">
          <Note of="kept" title={t.signal}>
            <p>{t.signalText}</p>
          </Note>
        </div>
      )}
      <ul className="cookies">
        <li>
          <div>
            <b>{t.session}</b>
            <p>{t.sessionText}</p>
          </div>
          <Tag>{t.always}</Tag>
        </li>
        <li>
          <div>
            <b>{t.preferences}</b>
            <p>{t.preferencesText}</p>
          </div>
          {stored ? (
            <Button small onClick={forget}>
              {t.forget}
            </Button>
          ) : (
            <Tag>{t.none}</Tag>
          )}
        </li>
        <li>
          <div>
            <b>{t.counting}</b>
            <p>{t.countingText}</p>
          </div>
          <Tag>{t.none}</Tag>
        </li>
      </ul>
    </section>
  );
}
