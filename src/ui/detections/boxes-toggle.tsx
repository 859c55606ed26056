import { SquareDashed } from 'lucide-react';
import { IconButton } from '../common/button.tsx';

interface BoxesToggleProps {
  shown: boolean;
  onChange: (shown: boolean) => void;
}

/** Shows or hides what was found, over the picture. */
export function BoxesToggle({ shown, onChange }: BoxesToggleProps) {
  return (
    <IconButton label="Boxes around what was found" aria-pressed={shown} onClick={() => onChange(!shown)}>
      <SquareDashed />
    </IconButton>
  );
}
