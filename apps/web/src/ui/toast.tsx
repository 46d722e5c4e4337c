import { Toast } from '@base-ui/react/toast';
import type { ReactNode } from 'react';

/** Says one short thing at the foot of the page for a few seconds; read aloud politely. */
export function useToast(): { say(text: string): void } {
  const { add } = Toast.useToastManager();
  return { say: (text) => void add({ title: text, timeout: 6_000 }) };
}

function Shown() {
  const { toasts } = Toast.useToastManager();
  return (
    <Toast.Viewport className="undo-place">
      {toasts.map((toast) => (
        <Toast.Root key={toast.id} toast={toast} className="undo-bar">
          <Toast.Content>
            <Toast.Title render={<span />} />
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
