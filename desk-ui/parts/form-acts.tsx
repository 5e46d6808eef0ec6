import { Button } from '@mantine/core';
import { useWords } from '../words/words.tsx';

/** The foot of a form: its own act, and the way out. */
export function FormActs(order: {
  /** The act's own word. */
  readonly act: string;
  readonly close: () => void;
  readonly isDoing?: boolean;
  readonly isReady?: boolean;
}) {
  const { say } = useWords();
  const { act, close, isDoing = false, isReady = true } = order;
  return (
    <div className="row">
      <Button type="submit" disabled={!isReady} loading={isDoing}>
        {act}
      </Button>
      <Button variant="default" onClick={close}>
        {say('cancel')}
      </Button>
    </div>
  );
}
