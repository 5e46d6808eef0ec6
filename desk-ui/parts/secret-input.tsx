import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useWords } from '../words/words.tsx';

/** A field for a password; what is typed can be shown, with the keyboard too. */
export function SecretInput(props: PasswordInputProps) {
  const { say } = useWords();
  return <PasswordInput visibilityToggleButtonProps={{ 'aria-label': say('passwordShow'), tabIndex: 0 }} {...props} />;
}
