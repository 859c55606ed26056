import { useCallback, useState } from 'react';
import { type Box, placeWords } from '../../domain/box.ts';
import type { Still } from '../../domain/frame.ts';
import { formatTime } from '../../domain/time.ts';
import { BoxOutline } from '../common/box-outline.tsx';
import { StillImage } from '../common/still-image.tsx';

interface OutlinedStillProps {
  still: Still;
  /** Where in it something happens; null to outline nothing. */
  box: Box | null;
  className: string | undefined;
}

/** A frame as a picture, with an outline around the place it is shown for. Lies in a positioned element. */
export function OutlinedStill({ still, box, className }: OutlinedStillProps) {
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  const onSize = useCallback((width: number, height: number) => setSize({ width, height }), []);
  const time = formatTime(still.timeSeconds);
  return (
    <>
      <StillImage
        className={className}
        image={still.image}
        alt={box === null ? `Frame at ${time}` : `Frame at ${time}, outlined ${placeWords(box)}`}
        onSize={onSize}
      />
      {box !== null && size !== null && <BoxOutline boxes={[box]} size={size} />}
    </>
  );
}
