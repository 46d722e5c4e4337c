import { Answer, Blank, Button, buttonClass, Page, useAct, useAnswer, useTaking, useWords } from '@kept/web/kit';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { listPosts, type Post, takeDown } from '../api/index.ts';
import { Unseen } from './decisions-page.tsx';
import { PostView } from './post.tsx';
import { words } from './words.ts';
import './community.css';

function Row({ post }: { post: Post }) {
  const t = useWords(words);
  const { mutateAsync } = useAct(takeDown, [listPosts]);
  const { isGone, take } = useTaking(t.takenDown, (id) => mutateAsync({ params: { id } }));
  if (isGone(post.id)) return null;
  return (
    <li>
      <PostView post={post} short onTakeDown={() => take(post.id)} />
    </li>
  );
}

/** One answer of the board, and after it the next where the reader wants it. */
function Part({ before }: { before?: string }) {
  const t = useWords(words);
  const [more, setMore] = useState(false);
  const answer = useAnswer(listPosts, before === undefined ? {} : { query: { before } });
  return (
    <Answer of={answer}>
      {({ posts, before: next }) => (
        <>
          {posts.length === 0 && next === null && before === undefined ? (
            <Blank picture="empty" title={t.none}>
              <p>{t.noneText}</p>
            </Blank>
          ) : (
            <ul className="posts">
              {posts.map((post) => (
                <Row key={post.id} post={post} />
              ))}
            </ul>
          )}
          {next !== null && !more && (
            <p className="mt-4">
              <Button onClick={() => setMore(true)}>{t.older}</Button>
            </p>
          )}
          {next !== null && more && <Part before={next} />}
        </>
      )}
    </Answer>
  );
}

/** What people of the region have written, the newest first. */
export function BoardPage() {
  const t = useWords(words);
  return (
    <Page
      title={t.title}
      lead={t.lead}
      clause="2.1.6"
      actions={
        <Link className={buttonClass('primary')} to={'/community/new' as string}>
          {t.write}
        </Link>
      }
    >
      <Unseen />
      <Part />
    </Page>
  );
}
