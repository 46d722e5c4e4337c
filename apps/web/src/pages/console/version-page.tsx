import {
  type ConsoleVersion,
  discardVersion,
  listVersions,
  publishVersion,
  readVersionDiff,
  reviewVersion,
  type VersionDiff,
} from '@kept/api';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct, useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { ChangeSections } from '../../app/change-sections.tsx';
import { useFailureText } from '../../app/failure-text.ts';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Blank } from '../../ui/pictures.tsx';
import { useToast } from '../../ui/toast.tsx';
import './console.css';
import { VersionStatus } from './version-list.tsx';

/** What may be done with it next; nothing, once people are being told. */
function Acts({ version }: { version: ConsoleVersion }) {
  const t = useMessages('versions').one;
  const toast = useToast();
  const text = useFailureText();
  const navigate = useNavigate();
  const [at, setAt] = useState('');
  const review = useAct(reviewVersion, [listVersions]);
  const publish = useAct(publishVersion, [listVersions]);
  const discard = useAct(discardVersion, [listVersions]);
  const given = { params: { id: version.id } };
  const told = (said: string) => ({
    onSuccess: () => toast.say(said),
    onError: (error: unknown) => toast.say(text(error)),
  });
  if (version.state !== 'draft' && version.state !== 'reviewed') return null;
  const effectiveAt = at === '' ? undefined : new Date(at).getTime();
  return (
    <div className="version-acts">
      {version.state === 'draft' ? (
        <Button look="primary" busy={review.isPending} onClick={() => review.mutate(given, told(t.done.reviewed))}>
          {t.review}
        </Button>
      ) : (
        <>
          <div className="field">
            <label className="label" htmlFor="effective-at">
              {t.at}
            </label>
            <div className="input">
              <input
                id="effective-at"
                type="datetime-local"
                value={at}
                onChange={(event) => setAt(event.target.value)}
              />
            </div>
            <small>{t.publishHint}</small>
          </div>
          <Button
            look="primary"
            busy={publish.isPending}
            onClick={() => publish.mutate({ ...given, body: { effectiveAt } }, told(t.done.published))}
          >
            {t.publish}
          </Button>
        </>
      )}
      <Button
        busy={discard.isPending}
        onClick={() =>
          discard.mutate(given, {
            onSuccess: () => {
              toast.say(t.done.discarded);
              void navigate({ to: '/console/policies' });
            },
            onError: (error) => toast.say(text(error)),
          })
        }
      >
        {t.discard}
      </Button>
    </div>
  );
}

function State({ version }: { version: ConsoleVersion }) {
  const t = useMessages('versions').one.steps;
  const format = useFormat();
  const at = (instant: number | null) => (instant === null || instant === 0 ? null : format.fullDateTime(instant));
  return (
    <>
      <p>
        <VersionStatus version={version} />
      </p>
      <Facts
        facts={[
          [t.drafted, at(version.draftedAt)],
          [t.reviewed, at(version.reviewedAt)],
          [t.notified, at(version.notifiedAt)],
          [t.effective, at(version.effectiveAt)],
        ]}
      />
    </>
  );
}

function Changes({ diff }: { diff: VersionDiff }) {
  const t = useMessages('versions').one;
  const format = useFormat();
  return (
    <>
      <p className="small quiet mb-4">{t.situations(format.number(diff.situations))}</p>
      <ChangeSections sections={diff.sections} level={2} id="diff" />
    </>
  );
}

/** A version beside the one in force, or beside the one before it where it is that itself; and what may be done with it. */
export function VersionPage() {
  const t = useMessages('versions').one;
  const { id } = useParams({ from: '/console/policies/$id' });
  const list = useAnswer(listVersions, {}, { every: 10_000 });
  const all = list.data?.versions ?? [];
  const place = all.findIndex((each) => each.id === id);
  const version = all[place];
  const before = version?.inForce ? all[place - 1] : all.find(({ inForce }) => inForce);
  const comparable = version !== undefined && before !== undefined;
  const diff = useAnswer(
    readVersionDiff,
    { params: { id }, query: before === undefined ? {} : { from: before.id } },
    { enabled: comparable, staleTime: Number.POSITIVE_INFINITY },
  );
  const found = diff.data;
  const lines = (section: string) => found?.sections.find((each) => each.id === section)?.lines.length ?? 0;
  return (
    <Page
      wide
      title={t.title(version?.policy.version ?? '')}
      crumb={<Link to="/console/policies">{t.crumb}</Link>}
      lead={
        found && before && t.lead(before.policy.version, lines('allowed'), lines('refused'), found.counts.rightsReduced)
      }
    >
      <Answer of={list}>
        {() =>
          version !== undefined && (
            <div className="version-split">
              <div>
                {comparable ? (
                  <Answer of={diff}>{(compared) => <Changes diff={compared} />}</Answer>
                ) : (
                  <Blank picture="empty" title={t.same.title}>
                    <p>{t.same.text}</p>
                  </Blank>
                )}
              </div>
              <aside aria-label={version.policy.version}>
                <State version={version} />
                <Acts version={version} />
              </aside>
            </div>
          )
        }
      </Answer>
    </Page>
  );
}
