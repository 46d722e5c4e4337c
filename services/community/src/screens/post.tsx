import {
  Asked,
  addressOf,
  IconButton,
  isFailure,
  useAct,
  useFailureText,
  useFormat,
  useToast,
  useWords,
} from '@kept/web/kit';
import { Link } from '@tanstack/react-router';
import { Heart, MessageSquare, Trash2, UserCheck, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { follow, like, listPosts, type Post, readPicture, readThread } from '../api/index.ts';
import { Byline } from './byline.tsx';
import { useReport } from './report.tsx';
import { words } from './words.ts';

/** Small ones; each leads to the whole. */
function Pictures({ post: { id, pictures } }: { post: Post }) {
  const t = useWords(words);
  if (pictures.length === 0) return null;
  const at = (picture: string, size: 'whole' | 'small') =>
    addressOf(readPicture, { params: { id, picture }, query: { size } });
  return (
    <ul className={pictures.length === 1 ? 'shots one' : 'shots'}>
      {pictures.map((picture, i) => (
        <li key={picture}>
          <a href={at(picture, 'whole')} target="_blank" rel="noreferrer">
            <img src={at(picture, 'small')} alt={t.picture(i + 1, pictures.length)} loading="lazy" />
          </a>
        </li>
      ))}
    </ul>
  );
}

/** How many like it, and whether the reader does; the question whether that may be kept comes when it is first pressed. */
function Likes({ post: { id, likes, liked } }: { post: Post }) {
  const t = useWords(words);
  const format = useFormat();
  const failureText = useFailureText();
  const { say } = useToast();
  const [asking, setAsking] = useState(false);
  const { mutate, isPending } = useAct(like, [listPosts, readThread]);
  const press = (): void =>
    mutate(
      { params: { id }, body: { liked: !liked } },
      {
        onSuccess: () => setAsking(false),
        onError: (error) => (isFailure(error, 'forbidden') ? setAsking(true) : say(failureText(error))),
      },
    );
  return (
    <>
      <button
        type="button"
        className="btn s plain"
        aria-pressed={liked}
        aria-label={t.likes(format.number(likes))}
        disabled={isPending}
        onClick={press}
      >
        <Heart size={16} aria-hidden="true" fill={liked ? 'currentColor' : 'none'} />
        {likes === 0 ? t.like : format.number(likes)}
      </button>
      {asking && (
        <div className="asking">
          <Asked consent="community-records">
            <p role="status">{t.agreed}</p>
          </Asked>
        </div>
      )}
    </>
  );
}

/** Of its author; the question whether that may be kept comes when it is first pressed. */
function Follow({ author, followed }: { author: string; followed: boolean }) {
  const t = useWords(words);
  const failureText = useFailureText();
  const { say } = useToast();
  const [asking, setAsking] = useState(false);
  const { mutate, isPending } = useAct(follow, [listPosts, readThread]);
  const press = (): void =>
    mutate(
      { params: { id: author }, body: { follows: !followed } },
      {
        onSuccess: () => setAsking(false),
        onError: (error) => (isFailure(error, 'forbidden') ? setAsking(true) : say(failureText(error))),
      },
    );
  const Icon = followed ? UserCheck : UserPlus;
  return (
    <>
      <button type="button" className="btn s plain" aria-pressed={followed} disabled={isPending} onClick={press}>
        <Icon size={16} aria-hidden="true" />
        {followed ? t.follows : t.follow}
      </button>
      {asking && (
        <div className="asking">
          <Asked consent="community-interaction">
            <p role="status">{t.agreedFollow}</p>
          </Asked>
        </div>
      )}
    </>
  );
}

interface PostProps {
  readonly post: Post;
  /** On the board: shortened, with the way to the whole. */
  readonly short?: boolean;
  onTakeDown(): void;
}

/** A post as everybody sees it. */
export function PostView({ post, short = false, onTakeDown }: PostProps) {
  const t = useWords(words);
  const thread = `/community/${post.id}` as string;
  const { flag, form } = useReport({ kind: 'post', thread: post.id, about: post.id });
  return (
    <article className="post">
      <div className="top">
        <Byline of={post} />
        {post.mine ? <IconButton icon={Trash2} label={t.takeDown} onClick={onTakeDown} /> : flag}
      </div>
      <p className={short ? 'written short' : 'written'}>{post.text}</p>
      <Pictures post={post} />
      <footer>
        {short && (
          <Link className="btn s plain" to={thread}>
            <MessageSquare size={16} aria-hidden="true" />
            {post.comments === 0 ? t.read : t.comments(post.comments)}
          </Link>
        )}
        <Likes post={post} />
        {!post.mine && post.author !== null && <Follow author={post.author} followed={post.followed} />}
      </footer>
      {form}
    </article>
  );
}
