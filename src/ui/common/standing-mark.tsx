import {
  CircleCheck,
  CircleDashed,
  CircleQuestionMark,
  CircleSlash,
  CircleX,
  type LucideIcon,
  VolumeX,
} from 'lucide-react';
import { STANDING_WORDS, type Standing } from '../report/reading.ts';
import styles from './standing-mark.module.css';

const ICONS: Readonly<Record<Standing, LucideIcon>> = {
  problem: CircleX,
  unsure: CircleQuestionMark,
  good: CircleCheck,
  unassessed: CircleDashed,
  not_applicable: CircleSlash,
  muted: VolumeX,
};

/** The verdict as a shape and, for those who do not see it, a word. */
export function StandingMark({ standing }: { standing: Standing }) {
  const Icon = ICONS[standing];
  return (
    <span className={`${styles.mark} ${styles[standing]}`} title={STANDING_WORDS[standing]}>
      <Icon aria-hidden="true" />
      <span className="visually-hidden">{STANDING_WORDS[standing]}: </span>
    </span>
  );
}
