import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * Who may import whom, from the top of the house down: a room may import itself and rooms on lower floors, never a
 * neighbour on its own floor. docs/ARCHITECTURE.md shows the same picture.
 */
const FLOORS: readonly (readonly string[])[] = [
  ['main.tsx', 'headless.ts'],
  ['ui', 'headless-api.ts'],
  ['evaluate'],
  ['judges', 'signals', 'questions', 'video', 'library'],
  ['worker-client', 'models', 'kernels', 'detectors'],
  ['domain'],
];

const SRC = join(import.meta.dirname, '../../src');

const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
  (path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'),
);

function importsOf(file: string): string[] {
  const text = readFileSync(join(SRC, file), 'utf8');
  return [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, specifier = '']) =>
    relative(SRC, join(SRC, dirname(file), specifier)),
  );
}

const roomOf = (path: string): string => path.split(sep)[0] ?? '';
const floorOf = (room: string): number => FLOORS.findIndex((floor) => floor.includes(room));

function isAllowed(room: string, target: string): boolean {
  // Worker entry points stand above everything; only the type of what they expose is imported (see evaluate/workers.ts).
  if (target.startsWith('..')) return room === 'evaluate' && target.startsWith(join('..', 'workers'));
  return roomOf(target) === room || floorOf(roomOf(target)) > floorOf(room);
}

describe('import direction', () => {
  it('knows the floor of every room', () => {
    expect(sources.length).toBeGreaterThan(20);
    expect([...new Set(sources.map(roomOf))].filter((room) => floorOf(room) < 0)).toEqual([]);
  });

  it('lets a file import only its own room and lower floors', () => {
    const wrong = sources.flatMap((file) =>
      importsOf(file)
        .filter((target) => !isAllowed(roomOf(file), target))
        .map((target) => `${file} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('imports nothing but zod into the domain', () => {
    const foreign = sources
      .filter((file) => roomOf(file) === 'domain')
      .flatMap((file) =>
        [...readFileSync(join(SRC, file), 'utf8').matchAll(/from '([^.'][^']*)'/g)].map(([, name]) => name),
      );
    expect([...new Set(foreign)]).toEqual(['zod']);
  });
});
