import {
  Asked,
  Button,
  Failure,
  isFailure,
  Page,
  TextArea,
  useAct,
  useFailureText,
  useForm,
  useLanguage,
  useToast,
  useWords,
} from '@kept/web/kit';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { listPosts, makePost } from '../api/index.ts';
import { type Choosing, Pictures, useChosen } from './chosen.tsx';
import { sendPicture } from './sending.ts';
import { words } from './words.ts';
import './community.css';

/** Sends what is not there yet, one after the other; answers null where one was not taken, or it was stopped. */
function useSending({ chosen, note }: Choosing) {
  const { language } = useLanguage();
  const failureText = useFailureText();
  const stopper = useRef<AbortController | null>(null);
  const stop = (): void => stopper.current?.abort();
  // Whoever leaves the page has not published anything.
  useEffect(() => () => stopper.current?.abort(), []);
  const sendAll = async (): Promise<string[] | null> => {
    const controller = new AbortController();
    const { signal } = controller;
    stopper.current = controller;
    const ids: string[] = [];
    for (const { url, file, id } of chosen) {
      note(url, { failure: null, share: id === null ? 0 : 1 });
      try {
        ids.push(id ?? (await sendPicture(file, { language, signal, onSent: (share) => note(url, { share }) })));
        note(url, { id: ids.at(-1)! });
      } catch (error) {
        note(url, { share: null, failure: signal.aborted ? null : failureText(error) });
        return null;
      }
    }
    return signal.aborted ? null : ids;
  };
  return { sendAll, stop };
}

function Form() {
  const t = useWords(words);
  const { say } = useToast();
  const navigate = useNavigate();
  const choosing = useChosen();
  const { sendAll, stop } = useSending(choosing);
  const { mutateAsync } = useAct(makePost, [listPosts]);
  const { values, errors, failure, busy, set, props } = useForm({
    initial: { text: '' },
    check: ({ text }) => (text.trim() === '' ? { text: t.missing } : {}),
    places: { '/text': 'text' },
    send: async ({ text }) => {
      const pictures = await sendAll();
      if (pictures === null) return;
      const { id } = await mutateAsync({ body: { text, pictures } }).catch((error: unknown) => {
        // One that is not there any more is sent anew the next time.
        if (isFailure(error, 'missing'))
          for (const { url } of choosing.chosen) choosing.note(url, { id: null, share: null });
        throw error;
      });
      say(t.published);
      await navigate({ to: `/community/${id}` as string });
    },
  });
  return (
    <form {...props} className="form writing">
      <TextArea
        name="text"
        label={t.text}
        value={values.text}
        error={errors.text}
        maxLength={10_000}
        onText={(text) => set('text', text)}
      />
      <Pictures of={choosing} busy={busy} />
      <Failure text={failure} />
      <div className="acts">
        <Button type="submit" look="primary" busy={busy}>
          {t.publish}
        </Button>
        {busy && choosing.chosen.length > 0 && <Button onClick={stop}>{t.stop}</Button>}
      </div>
    </form>
  );
}

/** A new post, once its author has agreed that it is kept, and that others see it. */
export function WritePage() {
  const t = useWords(words);
  return (
    <Page title={t.write} lead={t.shown} clause="4.4" crumb={<Link to={'/community' as string}>{t.title}</Link>}>
      <h2 className="vh">{t.yourPost}</h2>
      <Asked consent="community-interaction">
        <Asked consent="public-disclosure">
          <Form />
        </Asked>
      </Asked>
    </Page>
  );
}
