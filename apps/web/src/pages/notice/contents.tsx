import { useEffect, useState } from 'react';
import { useMessages } from '../../app/language.tsx';

/** Which of the sections the reader is at: the last whose top has passed under the upper third of the window. */
function useReading(ids: readonly string[]): string | undefined {
  const [at, setAt] = useState(ids[0]);
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        const seen = entries.find((entry) => entry.isIntersecting);
        if (seen !== undefined) setAt(seen.target.id);
      },
      { rootMargin: '-20% 0px -70% 0px' },
    );
    for (const id of ids) {
      const section = document.getElementById(id);
      if (section !== null) observer.observe(section);
    }
    return () => observer.disconnect();
  }, [ids]);
  return at;
}

/** The list of sections that goes along with the reader. */
export function Contents({ parts }: { parts: readonly { readonly id: string; readonly title: string }[] }) {
  const t = useMessages('notice');
  const [ids] = useState(() => parts.map(({ id }) => id));
  const at = useReading(ids);
  return (
    <nav className="toc" aria-labelledby="toc-heading">
      <h2 id="toc-heading">{t.inFull}</h2>
      {parts.map(({ id, title }) => (
        <a key={id} href={`#${id}`} aria-current={id === at ? 'true' : undefined}>
          {title}
        </a>
      ))}
    </nav>
  );
}
