import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import asc from 'assemblyscript/asc';
import { PROJECT_ROOT } from './paths.ts';

export const MODULE_FILE = join(PROJECT_ROOT, 'src/kernels/module.ts');

const OPTIONS = [
  '-O3',
  '--enable=simd',
  '--runtime=stub',
  '--noAssert',
  // It is about vectors in signatures; the module passes them between its own functions only.
  '--disableWarning=112',
];

/** Compiles assembly/ to WebAssembly; the same sources and the same compiler give the same bytes. */
async function compileKernels(): Promise<Uint8Array> {
  const files: Uint8Array[] = [];
  const { error, stderr } = await asc.main(
    ['assembly/index.ts', `--baseDir=${PROJECT_ROOT}`, '--outFile=kernels.wasm', ...OPTIONS],
    {
      writeFile: (_name, contents) => {
        if (typeof contents !== 'string') files.push(contents);
      },
    },
  );
  const [wasm] = files;
  if (error !== null || wasm === undefined) {
    throw new Error(`assembly/ does not compile.\n${stderr.toString()}`, { cause: error });
  }
  return wasm;
}

/** The text of src/kernels/module.ts. It holds the module itself, so that a page, a worker and Node load it alike. */
export async function kernelsModule(): Promise<string> {
  const base64 = Buffer.from(await compileKernels()).toString('base64');
  return `// Written by \`npm run kernels\` from assembly/.\nexport const MODULE_BASE64 =\n  '${base64}';\n`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(MODULE_FILE, await kernelsModule());
