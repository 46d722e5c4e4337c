import { Answer } from '../../app/answer.tsx';
import { useMessages } from '../../app/language.tsx';
import { useNotice } from '../../app/notice.ts';
import { usePageTitle } from '../../app/page.tsx';
import { PublicFrame } from '../../app/public-frame.tsx';
import { ClauseSheet } from '../../app/sheet.tsx';
import { FirstScreen } from './first-screen.tsx';
import { FullNotice } from './full-notice.tsx';
import './notice.css';

/** What we collect, before anything is collected: six answers first, then the whole. */
export function NoticePage() {
  const t = useMessages('notice');
  usePageTitle(t.title);
  const notice = useNotice();
  return (
    <PublicFrame foot={false}>
      <Answer of={notice}>
        {(data) => (
          <>
            <FirstScreen notice={data} />
            <FullNotice notice={data} />
          </>
        )}
      </Answer>
      <ClauseSheet />
    </PublicFrame>
  );
}
