import { Modal } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../words/words.tsx';

/** What stands before the page until it is answered or closed. It is there while it is rendered, and gives the focus back. */
export function Dialogue(order: {
  readonly title: string;
  readonly close: () => void;
  readonly size?: 'lg' | 'whole';
  readonly children: ReactNode;
}) {
  const { say } = useWords();
  const { title, close, size, children } = order;
  useFocusBack();
  return (
    <Modal
      opened
      onClose={close}
      title={title}
      size={size === 'lg' ? size : undefined}
      fullScreen={size === 'whole'}
      returnFocus={false}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      {children}
    </Modal>
  );
}

/** Mantine gives the focus back when a dialogue is closed; these are gone by then. A menu that led here may be gone, too. */
function useFocusBack(): void {
  const [before] = useState(() => document.activeElement as HTMLElement | null);
  useEffect(
    () => () => {
      const to = before?.isConnected === true ? before : document.getElementById('main');
      to?.focus({ preventScroll: true });
    },
    [before],
  );
}
