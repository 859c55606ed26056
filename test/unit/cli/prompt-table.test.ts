import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readPrompts, readPromptsByFile } from '../../../cli/prompt-table.ts';
import { UsageError } from '../../../cli/usage.ts';

const folder = mkdtempSync(join(tmpdir(), 'loupe-prompts-'));
afterAll(() => rmSync(folder, { recursive: true }));

function csv(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('prompt tables', () => {
  it('matches base names, reads quoted cells and ignores other columns', () => {
    const path = csv(
      'a.csv',
      '\uFEFFseed,file,prompt\r\n1,clips/a.gif,"a dog, ""Rex"", runs"\r\n2,b.mp4,\r\n3,b.mp4,a cat\r\n',
    );
    expect([...readPromptsByFile(path)]).toEqual([
      ['a.gif', 'a dog, "Rex", runs'],
      ['b.mp4', 'a cat'],
    ]);
  });

  it('lists distinct prompts in order', () => {
    expect(readPrompts(csv('b.csv', 'id,prompt\n1,b\n2,a\n3,b\n'))).toEqual(['b', 'a']);
  });

  it.each([
    ['a missing column', () => csv('c.csv', 'file,text\na,b\n')],
    ['a missing file', () => join(folder, 'none.csv')],
    ['broken quotes', () => csv('d.csv', 'file,prompt\na,"b\n')],
  ])('refuses %s as a mistake in the call', (_, make) => {
    expect(() => readPromptsByFile(make())).toThrow(UsageError);
  });
});
