import type { Box } from '../../domain/box.ts';
import styles from './box-outline.module.css';

interface BoxOutlineProps {
  boxes: readonly Box[];
  /** Size or shape of the picture under it. */
  size: { width: number; height: number };
}

/**
 * Outlines parts of the picture under it, which fills the same area with `object-fit: contain`. For the eye alone: say in words
 * beside it where the parts lie.
 */
export function BoxOutline({ boxes, size: { width, height } }: BoxOutlineProps) {
  const different = new Map(boxes.map((box) => [Object.values(box).join(), box]));
  return (
    <svg className={styles.outline} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {[...different].map(([key, box]) => {
        const place = {
          x: box.x * width,
          y: box.y * height,
          width: Math.min(box.width, 1 - box.x) * width,
          height: Math.min(box.height, 1 - box.y) * height,
        };
        return (
          <g key={key}>
            <rect {...place} className={styles.edge} />
            <rect {...place} className={styles.line} />
          </g>
        );
      })}
    </svg>
  );
}
