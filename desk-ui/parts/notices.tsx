import { createContext, type ReactNode, use, useCallback, useMemo, useRef, useState } from 'react';
import { type Toast, ToastShown, type Undo } from './toast.tsx';

interface Notices {
  /** Says briefly what was done. */
  readonly say: (text: string, undo?: Undo) => void;
}

const NoticesContext = createContext<Notices>({ say: () => {} });

export function NoticesProvider({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const last = useRef(0);
  const drop = useCallback((id: number) => setToasts((all) => all.filter((one) => one.id !== id)), []);
  const notices = useMemo<Notices>(
    () => ({
      say(text, undo) {
        last.current += 1;
        const id = last.current;
        setToasts((all) => [...all.slice(-2), { id, text, undo }]);
      },
    }),
    [],
  );
  return (
    <NoticesContext value={notices}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {toasts.map((toast) => (
          <ToastShown key={toast.id} toast={toast} drop={drop} say={notices.say} />
        ))}
      </div>
    </NoticesContext>
  );
}

export function useNotices(): Notices {
  return use(NoticesContext);
}
