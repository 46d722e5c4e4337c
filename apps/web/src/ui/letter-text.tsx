/** What somebody wrote, with its lines as they were written; said to whoever listens when it is opened. */
export function LetterText({ text }: { readonly text: string }) {
  return (
    <p className="letter-text" role="status">
      {text}
    </p>
  );
}
