import { listConsents } from '@kept/api';
import type { ReactNode } from 'react';
import { useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { Question } from './question.tsx';
import './choices.css';

/** What needs a yes, once it is given; before that the question alone, where the need arises. */
export function Asked({ consent, children }: { consent: string; children: ReactNode }) {
  const consents = useAnswer(listConsents, {});
  return (
    <Answer of={consents}>
      {({ consents: all }) => {
        const found = all.find(({ id }) => id === consent);
        return found === undefined || found.given ? children : <Question consent={found} />;
      }}
    </Answer>
  );
}
