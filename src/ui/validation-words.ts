import { type ValidatedKinds, type Validation, validations } from '../domain/validation.ts';
import { formatCount, formatPercent } from './format.ts';

/** How often a judge was right, over its kinds of question: "Right on 78–99 % of clips with known answers, by kind of question." */
export function checkedWords(kinds: ValidatedKinds): string {
  const accuracies = validations(kinds).map(([, { accuracy }]) => accuracy);
  if (accuracies.length === 0) return 'How often it is right has not been checked.';
  const [least, most] = [formatPercent(Math.min(...accuracies)), formatPercent(Math.max(...accuracies))];
  const range = least === most ? least : `${least.replace(/ %$/, '')}–${most}`;
  const all = Object.keys(kinds).length;
  const open = all - accuracies.length;
  const rest = open === 0 ? '' : `; ${open} of ${formatCount(all, 'kind')} not checked`;
  return `Right on ${range} of clips with known answers, by kind of question${rest}.`;
}

/**
 * How far to trust a judge's answer to one kind of question.
 * @param validation null where it was never checked
 * @param judge name of the judge
 */
export function trustWords(validation: Validation | null, judge: string): string {
  if (validation === null)
    return `Not known: ${judge} has not been checked on clips whose right answer to this kind of question is known.`;
  const { accuracy, clips } = validation;
  const error = errorWords(validation);
  return (
    `On ${clips === null ? 'clips' : formatCount(clips, 'clip')} whose right answer to this kind of question ` +
    `was known, ${judge} was right on ${formatPercent(accuracy)}.` +
    (error === null ? '' : ` The percentages it gives were off by ${error} on average.`)
  );
}

/** "8 points", of a hundred; null where it was not measured. */
export function errorWords({ calibrationError }: Pick<Validation, 'calibrationError'>): string | null {
  if (calibrationError === null) return null;
  const points = Math.round(calibrationError * 100);
  return points === 0 ? 'less than 1 point' : formatCount(points, 'point');
}
