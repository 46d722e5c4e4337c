import { previewRequest, RightId } from '@kept/api';
import { Link, useParams } from '@tanstack/react-router';
import { ApiFailure } from '../../api/failure.ts';
import { useAnswer } from '../../api/query.ts';
import { Answer, Broken } from '../../app/answer.tsx';
import { useMessages } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { AskForm } from './ask-form.tsx';
import './requests.css';

function Asking({ right }: { right: RightId }) {
  const t = useMessages('requests');
  const answer = useAnswer(previewRequest, { query: { right } });
  return (
    <Page
      title={answer.data?.right.label ?? t.make}
      lead={t.ask.leads[right]}
      clause={answer.data?.clause}
      crumb={<Link to="/requests">{t.title}</Link>}
    >
      <Answer of={answer}>{(preview) => <AskForm preview={preview} />}</Answer>
    </Page>
  );
}

/** Before a right is exercised: what goes, what stays and why; then, where it cannot be taken back, a typed word. */
export function NewRequestPage() {
  const { right } = useParams({ from: '/person/requests/new/$right' });
  const known = RightId.safeParse(right);
  if (!known.success) return <Broken error={new ApiFailure('missing')} />;
  return <Asking right={known.data} />;
}
