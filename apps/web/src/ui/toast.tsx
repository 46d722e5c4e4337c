import { Toast } from '@base-ui/react/toast';
import { type ReactNode, useCallback, useEffect, useRef } from 'react';
import { useMessages } from '../app/language.tsx';

/** Says one short thing at the foot of the page for a few seconds; read aloud politely. */
export function useToast(): { say(text: string): void } {
  const { add } = Toast.useToastManager();
  return { say: (text) => void add({ title: text, timeout: 6_000 }) };
}

/** How long something can be taken back. */
const GRACE_MS = 6_000;

/**
 * Does something a moment later, and says so with a button that takes it back; where the page is left, it is done at once.
 * `back` is called when it was taken back.
 */
export function useLater(): (text: string, act: () => void, back?: () => void) => void {
  const { undo } = useMessages('common');
  const { add, close } = Toast.useToastManager();
  const waiting = useRef(new Set<() => void>());
  useEffect(() => {
    const all = waiting.current;
    const finishAll = (): void => {
      for (const finish of all) finish();
    };
    window.addEventListener('pagehide', finishAll);
    return () => {
      window.removeEventListener('pagehide', finishAll);
      finishAll();
    };
  }, []);
  return useCallback(
    (text, act, back) => {
      const end = (): boolean => {
        clearTimeout(timer);
        return waiting.current.delete(finish);
      };
      const finish = (): void => {
        if (end()) act();
      };
      const timer = setTimeout(finish, GRACE_MS);
      waiting.current.add(finish);
      const id = add({
        title: text,
        timeout: GRACE_MS,
        actionProps: {
          children: undo,
          onClick: () => {
            if (end()) back?.();
            close(id);
          },
        },
      });
    },
    [add, close, undo],
  );
}

function Shown() {
  const { toasts } = Toast.useToastManager();
  return (
    <Toast.Viewport className="undo-place">
      {toasts.map((toast) => (
        <Toast.Root key={toast.id} toast={toast} className="undo-bar">
          <Toast.Content>
            <Toast.Title render={<span />} />
            <Toast.Action className="btn s" />
          </Toast.Content>
        </Toast.Root>
      ))}
    </Toast.Viewport>
  );
}

export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Toast.Provider limit={1}>
      {children}
      <Toast.Portal>
        <Shown />
      </Toast.Portal>
    </Toast.Provider>
  );
}
