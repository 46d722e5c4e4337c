import {
  Answer,
  Asked,
  Button,
  Failure,
  IconButton,
  Page,
  TextArea,
  useAct,
  useAnswer,
  useForm,
  useTaking,
  useWords,
} from '@kept/web/kit';
import { Link, useParams } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { type Comment, listPosts, makeComment, type Post, readThread, takeBack, takeDown } from '../api/index.ts';
import { Byline } from './byline.tsx';
import { PostView } from './post.tsx';
import { useReport } from './report.tsx';
import { words } from './words.ts';
import './community.css';

/** Of the reader’s thread: which, and how many of its answers are read. */
interface ThreadProps {
  readonly id: string;
}

function Said({ comment, thread }: { comment: Comment; thread: string }) {
  const t = useWords(words);
  const { mutateAsync } = useAct(takeBack, [readThread, listPosts]);
  const { isGone, take } = useTaking(t.takenBack, (id) => mutateAsync({ params: { id } }));
  const { flag, form } = useReport({ kind: 'comment', thread, about: comment.id });
  if (isGone(comment.id)) return null;
  return (
    <li>
      <div>
        <Byline of={comment} />
        <p className="written">{comment.text}</p>
        {form}
      </div>
      {comment.mine ? <IconButton icon={Trash2} label={t.takeBack} onClick={() => take(comment.id)} /> : flag}
    </li>
  );
}

function Write({ id }: ThreadProps) {
  const t = useWords(words);
  const { mutateAsync } = useAct(makeComment, [readThread, listPosts]);
  const { values, errors, failure, busy, set, props } = useForm({
    initial: { text: '' },
    check: ({ text }) => (text.trim() === '' ? { text: t.missing } : {}),
    places: { '/text': 'text' },
    send: async ({ text }) => {
      await mutateAsync({ params: { id }, body: { text } });
      set('text', '');
    },
  });
  return (
    <form {...props} className="form saying">
      <TextArea
        name="text"
        label={t.comment}
        value={values.text}
        error={errors.text}
        maxLength={2_000}
        onText={(text) => set('text', text)}
      />
      <Failure text={failure} />
      <div className="acts">
        <Button type="submit" busy={busy}>
          {t.send}
        </Button>
      </div>
    </form>
  );
}

/** Comments after the first answer’s. */
function Older({ id, before }: ThreadProps & { before: string }) {
  const t = useWords(words);
  const [shown, setShown] = useState(false);
  const answer = useAnswer(readThread, { params: { id }, query: { before } }, { enabled: shown });
  if (!shown)
    return (
      <p className="mt-4">
        <Button onClick={() => setShown(true)}>{t.olderComments}</Button>
      </p>
    );
  return (
    <Answer of={answer}>
      {({ comments, before: next }) => (
        <>
          <Comments id={id} comments={comments} />
          {next !== null && <Older id={id} before={next} />}
        </>
      )}
    </Answer>
  );
}

const Comments = ({ id, comments }: ThreadProps & { comments: readonly Comment[] }) => (
  <ul className="said">
    {comments.map((comment) => (
      <Said key={comment.id} comment={comment} thread={id} />
    ))}
  </ul>
);

function Whole({ post }: { post: Post }) {
  const t = useWords(words);
  const { mutateAsync } = useAct(takeDown, [listPosts, readThread]);
  const { isGone, take } = useTaking(t.takenDown, (id) => mutateAsync({ params: { id } }));
  return isGone(post.id) ? <Gone /> : <PostView post={post} onTakeDown={() => take(post.id)} />;
}

function Gone() {
  const t = useWords(words);
  return <p className="quiet measure">{t.gone}</p>;
}

/** A post with what others said to it. */
export function ThreadPage() {
  const t = useWords(words);
  const { id } = useParams({ strict: false }) as ThreadProps;
  const answer = useAnswer(readThread, { params: { id } });
  const crumb = <Link to={'/community' as string}>{t.title}</Link>;
  return (
    <Page title={answer.data?.post === null ? t.goneTitle : t.post} clause="2.1.6" crumb={crumb}>
      <Answer of={answer}>
        {({ post, comments, before }) => (
          <>
            {post === null ? <Gone /> : <Whole key={post.id} post={post} />}
            <section className="sect" aria-labelledby="said">
              <h2 id="said">{t.said}</h2>
              {post !== null && (
                <Asked consent="community-interaction">
                  <Asked consent="public-disclosure">
                    <Write id={id} />
                  </Asked>
                </Asked>
              )}
              {comments.length === 0 ? (
                <p className="quiet">{t.noComments}</p>
              ) : (
                <Comments id={id} comments={comments} />
              )}
              {before !== null && <Older id={id} before={before} />}
            </section>
          </>
        )}
      </Answer>
    </Page>
  );
}
