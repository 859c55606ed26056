import { useState } from 'react';
import type { ModelRun } from '../../domain/reasoning.ts';
import { Button } from '../common/button.tsx';
import { formatBytes, formatCount } from '../format.ts';
import { rungWords } from '../rung-words.ts';
import styles from './provenance.module.css';
import { settingsWords } from './rationale-words.ts';

interface ModelFactsProps {
  name: string;
  model: ModelRun;
}

/** What made a model's answers, in enough detail to make them again. */
export function ModelFacts({ name, model }: ModelFactsProps) {
  const { family, licence, frameSize, abandoned, settings } = model;
  const facts: [string, string][] = [
    ['Ran on', ranOn(model)],
    ...abandoned.map(({ rung, message }): [string, string] => ['Given up', `${rungWords(rung)}: ${message}`]),
    ['Family', family || 'not known'],
    ['Licence', licence || 'not known'],
    ...(settings === undefined ? [] : [['Settings', settingsWords(settings)] satisfies [string, string]]),
    ['Saw frames at', frameSize === null ? 'a size it chose itself' : `${frameSize.width} × ${frameSize.height}`],
    ['Self-check', checkWords(model)],
  ];
  return (
    <section className={styles.model}>
      <h3 className={styles.name}>{name}</h3>
      <dl className={styles.facts}>
        {facts.map(([term, value]) => (
          <div key={`${term}-${value}`}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {model.files.length > 0 && (
          <div>
            <dt>Files</dt>
            <dd>
              <Files files={model.files} />
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function ranOn({ rung, adapter, threads }: ModelRun): string {
  if (rung === null) return 'nothing: no way to run it worked';
  const details = [rungWords(rung)];
  if (adapter !== null) details.push(adapter);
  if (threads !== null) details.push(formatCount(threads, 'thread'));
  return details.join(', ');
}

function checkWords({ checkDeviation }: ModelRun): string {
  return checkDeviation === null
    ? 'none: no known answers are stored with this model'
    : `its logits were at most ${Number(checkDeviation.toPrecision(2))} off their known values`;
}

const SHORT_HASH = 12;

function Files({ files }: Pick<ModelRun, 'files'>) {
  const [whole, setWhole] = useState(false);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return (
    <>
      <p className={styles.filesHead}>
        {formatCount(files.length, 'file')}, {formatBytes(bytes)}
        <Button look="quiet" className={styles.toggle} aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? 'Shorten the hashes' : 'Show whole hashes'}
        </Button>
      </p>
      <ul className={styles.files}>
        {files.map(({ path, bytes: size, sha256 }) => (
          <li key={path}>
            {path}, {formatBytes(size)}, SHA-256{' '}
            <code>{whole || sha256.length <= SHORT_HASH ? sha256 : `${sha256.slice(0, SHORT_HASH)}…`}</code>
          </li>
        ))}
      </ul>
    </>
  );
}
