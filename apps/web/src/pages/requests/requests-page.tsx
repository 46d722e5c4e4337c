import { listRequests, type RightRequest } from '@kept/api';
import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { useFormat, useMessages } from '../../app/language.tsx';
import { useRightClause } from '../../app/notice.ts';
import { Page } from '../../app/page.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Case } from './case.tsx';
import { CertificateHint, GoesAndStays } from './goes-and-stays.tsx';
import { isOpen } from './is-open.ts';
import { Past } from './past.tsx';
import { Rights } from './rights.tsx';
import './requests.css';

function useLead(requests: readonly RightRequest[] | undefined): string | undefined {
  const t = useMessages('requests');
  const format = useFormat();
  if (requests === undefined) return undefined;
  const open = requests.filter(isOpen);
  if (open.length === 0) return t.leadNone;
  return t.lead(open.length, format.shortDate(Math.max(...open.map(({ due }) => due.at))));
}

/** The person's rights: what is under way with its deadline, what was done, and what may be asked for. */
export function RequestsPage() {
  const t = useMessages('requests');
  const answer = useAnswer(listRequests, {}, { every: 5_000 });
  const { data } = answer;
  const past = data?.requests.filter((request) => !isOpen(request)) ?? [];
  return (
    <Page
      title={t.title}
      lead={useLead(data?.requests)}
      actions={
        <Link to="/requests" hash="rights" className={buttonClass('primary')}>
          <Icon of={Plus} />
          {t.make}
        </Link>
      }
      clause={useRightClause('access')}
      margin={past.length > 0 && <Past requests={past} />}
    >
      <Answer of={answer}>
        {({ requests, rights }) => (
          <>
            {requests.filter(isOpen).map((request) => (
              <section key={request.id} className="mb-10">
                <Case request={request} linked />
                <GoesAndStays goes={request.goes} stays={request.stays} />
                {request.certificate !== undefined && <CertificateHint code={request.certificate} />}
              </section>
            ))}
            <Rights rights={rights} />
          </>
        )}
      </Answer>
    </Page>
  );
}
