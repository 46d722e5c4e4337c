import type { Notice } from '@kept/api';
import { Link } from '@tanstack/react-router';
import { ClauseChip } from '../../app/clause.tsx';
import { useFormat, useMessages } from '../../app/language.tsx';
import { useSession } from '../../app/session.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Marked } from '../../ui/marked.tsx';
import { OneDoor } from './one-door.tsx';

function Actions() {
  const t = useMessages('notice');
  const { data } = useSession();
  return (
    <div className="acts">
      <a className={buttonClass('primary')} href="#collect">
        {t.seeList}
      </a>
      {data === null && (
        <Link to="/register" className={buttonClass()}>
          {t.register}
        </Link>
      )}
    </div>
  );
}

/** Six questions answered without scrolling, and that no is an answer. */
export function FirstScreen({ notice }: { notice: Notice }) {
  const t = useMessages('notice');
  const format = useFormat();
  const { policy, counts } = notice;
  return (
    <div className="first">
      <div>
        <h1>
          {t.headline[0]}
          <br />
          {t.headline[1]}
        </h1>
        <p className="lead">{t.lead(notice.brand)}</p>
        <div className="meta">
          <span>{t.versionLine(policy.version)}</span>
          {policy.effective && <span>{t.inForce(format.date(Date.parse(`${policy.effective}T00:00`)))}</span>}
          <span>{t.minutes(counts.minutes)}</span>
        </div>
        <Actions />
        <OneDoor recipients={notice.recipients} home={notice.regions[0]?.country ?? 'CN'} />
      </div>
      <div>
        <dl className="answers">
          {notice.answers.map(({ question, text, clause }) => (
            <div key={question}>
              <dt>
                <span>{t.questions[question]}</span>
                <ClauseChip id={clause} />
              </dt>
              <dd>
                <Marked text={text} />
              </dd>
            </div>
          ))}
        </dl>
        <div className="without">
          <b>{t.noIsFine}</b>
          <span className="quiet">
            <Marked text={notice.refusal.text} />
          </span>
          <ClauseChip id={notice.refusal.clause} />
        </div>
      </div>
    </div>
  );
}
