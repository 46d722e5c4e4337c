import {
  Answer,
  Blank,
  Button,
  buttonClass,
  Page,
  Segmented,
  TextField,
  useAct,
  useAnswer,
  useFailureText,
  useTaking,
  useToast,
  useWords,
} from '@kept/web/kit';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { listPosts, type Post, searchPosts, takeDown } from '../api/index.ts';
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

type Which = 'all' | 'following';

/** One answer of the board, and after it the next where the reader wants it. */
function Part({ of, before }: { of: Which; before?: string }) {
  const t = useWords(words);
  const [more, setMore] = useState(false);
  const answer = useAnswer(listPosts, { query: { of, ...(before !== undefined && { before }) } });
  return (
    <Answer of={answer}>
      {({ posts, before: next }) => (
        <>
          {posts.length === 0 && next === null && before === undefined ? (
            <Blank picture="empty" title={of === 'all' ? t.none : t.noneFollowed}>
              <p>{of === 'all' ? t.noneText : t.noneFollowedText}</p>
            </Blank>
          ) : (
            <Posts posts={posts} />
          )}
          {next !== null && !more && (
            <p className="mt-4">
              <Button onClick={() => setMore(true)}>{t.older}</Button>
            </p>
          )}
          {next !== null && more && <Part of={of} before={next} />}
        </>
      )}
    </Answer>
  );
}

const Posts = ({ posts }: { posts: readonly Post[] }) => (
  <ul className="posts">
    {posts.map((post) => (
      <Row key={post.id} post={post} />
    ))}
  </ul>
);

/** Words, and what was found by them; nothing of it stands in an address. */
function useSearch() {
  const t = useWords(words);
  const failureText = useFailureText();
  const { say } = useToast();
  const [sought, setSought] = useState('');
  const [found, setFound] = useState<readonly Post[] | null>(null);
  const { mutate, isPending } = useAct(searchPosts);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (sought.trim() === '') {
      setFound(null);
      return;
    }
    mutate(
      { body: { words: sought } },
      { onSuccess: ({ posts }) => setFound(posts), onError: (error) => say(failureText(error)) },
    );
  };
  const end = (): void => {
    setSought('');
    setFound(null);
  };
  const form = (
    // biome-ignore lint/a11y/useSemanticElements: `search` is not known to every browser that we serve.
    <form className="seeking" role="search" onSubmit={send}>
      <TextField name="words" label={t.search} value={sought} maxLength={100} onText={setSought} />
      <Button type="submit" busy={isPending}>
        {t.find}
      </Button>
    </form>
  );
  return { form, found, end };
}

/** What people of the region have written, the newest first. */
export function BoardPage() {
  const t = useWords(words);
  const [which, setWhich] = useState<Which>('all');
  const { form, found, end } = useSearch();
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
      {form}
      {found === null ? (
        <>
          <Segmented
            label={t.which}
            value={which}
            options={[
              { value: 'all', label: t.all },
              { value: 'following', label: t.following },
            ]}
            onChoose={setWhich}
          />
          <Part key={which} of={which} />
        </>
      ) : (
        <>
          <div className="found">
            <div role="status">
              <h2>{found.length === 0 ? t.notFound : t.found(found.length)}</h2>
            </div>
            <Button small onClick={end}>
              {t.endSearch}
            </Button>
          </div>
          {found.length === 0 ? <p className="quiet">{t.notFoundText}</p> : <Posts posts={found} />}
        </>
      )}
    </Page>
  );
}
