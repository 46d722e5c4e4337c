import { makePackage } from '@kept/api';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../api/query.ts';
import { useFormat, useLanguage, useMessages } from '../../app/language.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { PasswordField } from '../../ui/field.tsx';
import { useForm } from '../../ui/form.ts';
import { Icon } from '../../ui/icon.tsx';
import { Marked } from '../../ui/marked.tsx';
import { Failure, Note } from '../../ui/status.tsx';

interface MadeLink {
  readonly path: string;
  readonly expiresAt: number;
}

function Made({ link }: { link: MadeLink }) {
  const t = useMessages('pack').make;
  const format = useFormat();
  return (
    <div role="status">
      <Note of="kept" title={t.ready}>
        <p>
          <Marked text={t.until(format.time(link.expiresAt))} />
        </p>
        <p className="mt-3">
          <a className={buttonClass('primary')} href={link.path} download>
            <Icon of={Download} />
            {t.download}
          </a>
        </p>
        <p className="small quiet mt-3">{t.how}</p>
      </Note>
    </div>
  );
}

/** Of the account that is signed in to. */
export function MakePackage() {
  const { language } = useLanguage();
  const { mutateAsync } = useAct(makePackage);
  return <SealPackage make={(passphrase) => mutateAsync({ body: { seal: { passphrase }, lang: language } })} />;
}

/** A passphrase, twice, and then a link. */
export function SealPackage({ make }: { make(passphrase: string): Promise<MadeLink> }) {
  const t = useMessages('pack').make;
  const [link, setLink] = useState<MadeLink | null>(null);
  const { values, errors, failure, busy, set, props } = useForm({
    initial: { words: '', again: '' },
    check: ({ words, again }): { words?: string; again?: string } => ({
      ...(words.length < 12 && { words: t.short }),
      ...(words.length >= 12 && words !== again && { again: t.differ }),
    }),
    send: async ({ words }) => setLink(await make(words)),
  });
  return (
    <section className="mb-10" aria-labelledby="make-heading">
      <h2 id="make-heading" className="mb-4">
        {t.title}
      </h2>
      {link !== null ? (
        <Made link={link} />
      ) : (
        <form {...props} className="form">
          <PasswordField
            name="words"
            label={t.words}
            hint={t.wordsHint}
            error={errors.words}
            value={values.words}
            onText={(text) => set('words', text)}
            autoComplete="off"
            maxLength={200}
          />
          <PasswordField
            name="again"
            label={t.again}
            error={errors.again}
            value={values.again}
            onText={(text) => set('again', text)}
            autoComplete="off"
            maxLength={200}
          />
          <Failure text={failure} />
          <div className="acts">
            <Button type="submit" look="primary" busy={busy}>
              {t.go}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
