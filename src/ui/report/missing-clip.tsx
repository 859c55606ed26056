import { useState } from 'react';
import type { Clip } from '../../domain/clip.ts';
import { Button } from '../common/button.tsx';
import { useFilePicker } from '../common/use-file-picker.ts';
import styles from './missing-clip.module.css';

/** A report whose clip is not kept: its stills are shown, and the person may choose the clip again to play it. */
export function MissingClip({ clip, onFound }: { clip: Clip; onFound: (file: File) => void }) {
  const [other, setOther] = useState<File | null>(null);
  const choose = useFilePicker('', ([file]) => {
    if (file === undefined) return;
    if (file.size === clip.sizeBytes) onFound(file);
    else setOther(file);
  });
  return (
    <div className={styles.missing}>
      <p>
        {other === null
          ? 'The clip itself is not kept here.'
          : `“${other.name}” has another size than the clip that was judged.`}
      </p>
      <Button onClick={choose}>Choose the clip again</Button>
      {other !== null && <Button onClick={() => onFound(other)}>Play it all the same</Button>}
    </div>
  );
}
