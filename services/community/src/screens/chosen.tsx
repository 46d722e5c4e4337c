/** Pictures that were chosen for a post and are still on this device only, or on their way. */
import { Button, IconButton, useFormat, useToast, useWords } from '@kept/web/kit';
import { ImagePlus, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { words } from './words.ts';

const MOST = 9;

export interface Chosen {
  readonly file: File;
  /** Of this page only: it never goes anywhere. */
  readonly url: string;
  /** 0 to 1 while it is sent. */
  readonly share: number | null;
  /** Once it is there. */
  readonly id: string | null;
  readonly failure: string | null;
}

export interface Choosing {
  readonly chosen: readonly Chosen[];
  add(files: readonly File[]): void;
  remove(url: string): void;
  note(url: string, what: Partial<Chosen>): void;
}

export function useChosen(): Choosing {
  const t = useWords(words);
  const { say } = useToast();
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  const urls = useRef(new Set<string>());
  useEffect(() => {
    const all = urls.current;
    return () => {
      for (const url of all) URL.revokeObjectURL(url);
    };
  }, []);
  const add = (files: readonly File[]): void => {
    const room = files.slice(0, MOST - chosen.length);
    if (room.length < files.length) say(t.tooMany);
    const added = room.map((file) => ({ file, url: URL.createObjectURL(file), share: null, id: null, failure: null }));
    for (const { url } of added) urls.current.add(url);
    setChosen([...chosen, ...added]);
  };
  const remove = (url: string): void => setChosen((all) => all.filter((each) => each.url !== url));
  const note = (url: string, what: Partial<Chosen>): void =>
    setChosen((all) => all.map((each) => (each.url === url ? { ...each, ...what } : each)));
  return { chosen, add, remove, note };
}

function One({ of: { file, url, share, id, failure }, onRemove }: { of: Chosen; onRemove: (() => void) | undefined }) {
  const t = useWords(words);
  const format = useFormat();
  const percent = `${format.number(Math.round((share ?? 0) * 100))}%`;
  return (
    <li>
      <img src={url} alt={file.name} />
      {onRemove !== undefined && <IconButton icon={X} label={t.remove(file.name)} onClick={onRemove} />}
      {share !== null && id === null && failure === null && (
        <progress max={1} value={share} aria-label={`${file.name}: ${t.sending(percent)}`} />
      )}
      {id !== null && <small className="quiet">{t.sent}</small>}
      {failure !== null && (
        <small className="err" role="alert">
          {failure}
        </small>
      )}
    </li>
  );
}

/** Chooses, shows and leaves out again. */
export function Pictures({ of: { chosen, add, remove }, busy }: { of: Choosing; busy: boolean }) {
  const t = useWords(words);
  const input = useRef<HTMLInputElement>(null);
  return (
    <fieldset className="choosing">
      <legend className="label">{t.pictures}</legend>
      {chosen.length > 0 && (
        <ul className="shots">
          {chosen.map((each) => (
            <One key={each.url} of={each} onRemove={busy ? undefined : () => remove(each.url)} />
          ))}
        </ul>
      )}
      <input
        ref={input}
        type="file"
        className="vh"
        tabIndex={-1}
        aria-hidden="true"
        multiple
        accept="image/jpeg,image/png,image/webp"
        onChange={({ target }) => {
          add([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <Button icon={ImagePlus} disabled={busy || chosen.length === MOST} onClick={() => input.current?.click()}>
        {t.choose}
      </Button>
      <p className="small quiet">{t.picturesText}</p>
    </fieldset>
  );
}
