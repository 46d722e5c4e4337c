import { type ConsoleVersion, draftVersion, listVersions, listWaiting } from '@kept/api';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct, useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { useFailureText } from '../../app/failure-text.ts';
import { useFormat, useMessages } from '../../app/language.tsx';
import { useNow } from '../../app/now.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Status } from '../../ui/status.tsx';
import { useToast } from '../../ui/toast.tsx';

/** Its state in a word: one that is settled and not in force yet is neither draft nor law. */
export function VersionStatus({ version }: { version: ConsoleVersion }) {
  const t = useMessages('versions').list;
  const now = useNow();
  if (version.inForce) return <Status of="kept">{t.inForce}</Status>;
  if (version.state === 'published' && (version.effectiveAt ?? 0) > now) return <Status of="due">{t.soon}</Status>;
  return <Status of={version.state === 'notified' ? 'due' : 'unknown'}>{t.states[version.state]}</Status>;
}

function Row({ version, people }: { version: ConsoleVersion; people: number }) {
  const t = useMessages('versions').list;
  const format = useFormat();
  const { effectiveAt, told } = version;
  return (
    <tr>
      <th scope="row">
        {version.policy.version}
        <small className="block quiet font-normal mono">{version.policy.hash.slice(0, 16)}</small>
      </th>
      <td data-l={t.state}>
        <VersionStatus version={version} />
      </td>
      <td data-l={t.effective}>
        {effectiveAt === null ? '–' : effectiveAt === 0 ? t.ever : format.fullDateTime(effectiveAt)}
      </td>
      <td data-l={t.told} className="r">
        {told === 0 ? '–' : t.toldOf(format.number(told), format.number(people))}
      </td>
      <td className="r">
        <Link to="/console/policies/$id" params={{ id: version.id }}>
          {t.open}
        </Link>
      </td>
    </tr>
  );
}

/** A manifest from a file: read here, checked there. */
function HandIn() {
  const t = useMessages('versions').list;
  const act = useAct(draftVersion, [listVersions]);
  const toast = useToast();
  const text = useFailureText();
  const [wrong, setWrong] = useState<string | null>(null);
  const take = async (file: File | undefined): Promise<void> => {
    setWrong(null);
    if (file === undefined) return;
    let manifest: Record<string, unknown>;
    try {
      manifest = JSON.parse(await file.text()) as Record<string, unknown>;
    } catch {
      setWrong(t.notJson);
      return;
    }
    act.mutate(
      { body: { manifest } },
      { onSuccess: () => toast.say(t.handedIn), onError: (error) => setWrong(text(error)) },
    );
  };
  return (
    <div className="field mt-4 max-w-[60ch]">
      <h3 className="label">{t.draft}</h3>
      <input
        id="draft-file"
        className="vh file"
        type="file"
        accept="application/json,.json"
        aria-describedby="draft-hint"
        disabled={act.isPending}
        onChange={(event) => void take(event.target.files?.[0])}
      />
      <label className={buttonClass('second', true)} htmlFor="draft-file">
        {t.file}
      </label>
      <small id="draft-hint">{t.draftHint}</small>
      {wrong !== null && (
        <small className="err" role="alert">
          {wrong}
        </small>
      )}
    </div>
  );
}

/** Every version that is, was or is about to be in force. */
export function VersionList() {
  const t = useMessages('versions').list;
  const format = useFormat();
  const answer = useAnswer(listVersions, {}, { every: 10_000 });
  const waiting = useAnswer(listWaiting, {});
  return (
    <section className="sect" aria-labelledby="versions-heading">
      <div className="sect-head">
        <h2 id="versions-heading">{t.title}</h2>
        {waiting.data !== undefined && waiting.data.people > 0 && (
          <Link to="/console/waiting" className="small">
            {t.waiting(format.number(waiting.data.people))}
          </Link>
        )}
      </div>
      <Answer of={answer}>
        {({ versions, people }) => (
          <table className="tbl cards">
            <thead>
              <tr>
                <th scope="col">{t.version}</th>
                <th scope="col">{t.state}</th>
                <th scope="col">{t.effective}</th>
                <th scope="col" className="r">
                  {t.told}
                </th>
                <th scope="col">
                  <span className="vh">{t.open}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {versions.toReversed().map((version) => (
                <Row key={version.id} version={version} people={people} />
              ))}
            </tbody>
          </table>
        )}
      </Answer>
      <HandIn />
    </section>
  );
}
