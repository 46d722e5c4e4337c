import { Link } from '@tanstack/react-router';
import { useMessages } from '../../app/language.tsx';
import { useRightClause } from '../../app/notice.ts';
import { Page } from '../../app/page.tsx';
import { MakePackage } from './make-package.tsx';
import { Receive } from './receive.tsx';
import { SendOn } from './send-on.tsx';
import { TakeIn } from './take-in.tsx';

/** Everything held, to take along; and what was taken along from elsewhere, taken in. */
export function PackagePage() {
  const t = useMessages('pack');
  const requests = useMessages('requests');
  return (
    <Page
      title={t.title}
      lead={t.lead}
      clause={useRightClause('portability')}
      crumb={<Link to="/requests">{requests.title}</Link>}
    >
      <MakePackage />
      <SendOn />
      <Receive />
      <TakeIn />
    </Page>
  );
}
