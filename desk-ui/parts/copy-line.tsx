import { Button } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../words/words.tsx';

/** A line to be taken elsewhere: a link, a secret. */
export function CopyLine({ text }: { readonly text: string }) {
  const { say } = useWords();
  const [isCopied, setCopied] = useState(false);
  return (
    <div>
      <p className="secret">{text}</p>
      <Button
        size="xs"
        variant="default"
        onClick={() =>
          void navigator.clipboard.writeText(text).then(
            () => setCopied(true),
            () => setCopied(false),
          )
        }
      >
        <span aria-live="polite">{isCopied ? say('copied') : say('copy')}</span>
      </Button>
    </div>
  );
}
